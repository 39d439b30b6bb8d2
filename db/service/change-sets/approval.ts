// The second person's approval: everything looked at once more on today's head, then rows, rules and decision in one transaction.
import type { Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { withEdits } from "../../../shared/domain/edited.ts";
import { fault } from "../../../shared/domain/fault.ts";
import {
  changedIn,
  changeSetsOf,
  decisionsOf,
  editsOf,
  isAsBegun,
  type StoredEdit,
  type StoredSet,
} from "../../queries/change-sets.ts";
import { hasFactsAfter } from "../../queries/conflicts.ts";
import type { Desk } from "../desk.ts";
import { plannedRows, type WrittenRow, writeRows } from "../edit-writing.ts";
import { handOf } from "../hand.ts";
import { recordPapers } from "../handovers/papers.ts";
import { recordVersion } from "./drafting.ts";
import { simulated } from "./effect.ts";
import { assertMay } from "./may.ts";
import { writeRuleEdits } from "./rule-edits.ts";
import { editSentences } from "./sentence.ts";
import { isStale } from "./stale.ts";
import { effectiveDay, lacking } from "./terms.ts";

/** What submitting and approving ask alike. @throws FaultError stale, invalid, refused */
export function readied(desk: Desk, set: StoredSet, edits: readonly StoredEdit[]): WrittenRow[] {
  const [lack] = lacking(desk, set, edits);
  if (lack) throw fault("invalid", lack);
  const stale = edits.filter(({ edit }) => isStale(desk.db(), edit, set.baseSeq));
  if (stale.length > 0) {
    const named = editSentences(
      desk.world(),
      desk.rules().map(({ rule }) => rule),
      stale.map(({ edit }) => edit),
      effectiveDay(desk, set),
    );
    const some = (language: "zh" | "en") =>
      named
        .slice(0, 3)
        .map((one) => one[language])
        .join("；");
    throw fault("stale", {
      zh: `起草之后，有 ${stale.length} 处已被他人改动：${some("zh")}。${set.state === "draft" ? "请先对照并更新基准。" : "请撤回，复制为新草稿后再送审。"}`,
      en: `${stale.length} of its rows or rules were changed since it was begun: ${some("en")}. ${set.state === "draft" ? "Look at the differences and rebase it first." : "Withdraw it, copy it to a new draft and submit that."}`,
    });
  }
  return plannedRows(
    desk,
    edits.map(({ edit }) => edit),
    effectiveDay(desk, set),
  );
}

/** @throws FaultError refused maker = checker; stale another head, or rows changed since the base */
export async function approve(
  desk: Desk,
  context: Context,
  set: StoredSet,
  seen: { headSeq: number; day: Day | null },
): Promise<{ seq: number }> {
  assertMay(desk, context.actor, set, "decide");
  const db = desk.db();
  const { headSeq } = seen;
  const day = effectiveDay(desk, set);
  // The effect of a draft may have been of other edits; that of its submission was taken just before it.
  const isOther = headSeq > desk.head().seq || headSeq < changedIn(db, set.id) - 1;
  // After midnight the same head has another effect: the set would hold from another day.
  const isAnotherDay = seen.day !== null && seen.day !== day;
  if (isOther || isAnotherDay || hasFactsAfter(db, headSeq))
    throw fault("stale", {
      zh: "看过影响之后，工作簿又有改动，或已到了另一天。请重新试算，看过新的影响后再批准。",
      en: "The workbook has changed since the effect was looked at, or another day has begun: simulate it again and look before approving.",
    });
  const edits = editsOf(db, set.id);
  const rows = readied(desk, set, edits);
  const list = edits.map(({ edit }) => edit);
  const effect = await simulated(desk, context, list, day);
  const maker = decisionsOf(db, set.id).findLast(({ act }) => act === "submit")?.by ?? set.madeBy;
  const { name } = context.actor;
  const siblings = changeSetsOf(db).filter(
    (one) =>
      set.branchGroup !== null &&
      one.branchGroup === set.branchGroup &&
      one.id !== set.id &&
      one.state === "draft",
  );
  const since = set.isCorrection
    ? { zh: `更正，自 ${day} 起`, en: `a correction, from ${day}` }
    : { zh: `自 ${day} 起`, en: `from ${day}` };
  const { seq } = desk.write(
    context,
    {
      action: "approve",
      summary: {
        zh: `批准调整单 ${set.number}“${set.name}”：${edits.length} 处改动，${since.zh}（起草 ${maker}，审核 ${name}）`,
        en: `Approved change set ${set.number} "${set.name}": ${edits.length} edit(s), ${since.en} (made by ${maker}, checked by ${name})`,
      },
      detail: {
        set: { id: set.id, number: set.number },
        day,
        isCorrection: set.isCorrection,
        rows,
        rules: list.filter((edit) => !("kind" in edit)),
        secondPerson: { maker, checker: name },
      },
      // An inverse draft that was edited undoes something, but not the entry as a whole.
      ...(set.undoOf === null || !isAsBegun(db, set.id) ? {} : { undoOf: set.undoOf }),
    },
    (recorder) => {
      writeRows(desk, rows, recorder);
      writeRuleEdits(desk, recorder, list);
      const decide = (
        setId: string,
        act: "approve" | "supersede",
        words: string,
        body: string | null,
      ): void =>
        void recorder.insert("change-decisions", null, {
          setId,
          act,
          by: name,
          hand: handOf(context.actor),
          at: desk.deps.now(),
          words,
          effect: body,
        });
      recordVersion(recorder, context.actor, set, { state: "approved", effectiveDay: day });
      decide(set.id, "approve", "", JSON.stringify(effect));
      if (set.planId !== null) recordPapers(desk, recorder, set, withEdits(desk.world(), list, day));
      for (const one of siblings) {
        recordVersion(recorder, context.actor, one, { state: "superseded" });
        decide(one.id, "supersede", set.number, null);
      }
    },
  );
  return { seq };
}
