// Handlers of the changes namespace: drafts and branches, their effect, submission, and the second person's decision.
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { Effect } from "../../shared/contract/changes.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { type Edit, editKey, isOfAssignment } from "../../shared/domain/edit.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { changeSetOf, type DecisionAct, editsOf, type StoredSet } from "../queries/change-sets.ts";
import { approve, readied } from "./change-sets/approval.ts";
import { assertDirect, merged, recordEdits, recordNewSet, recordVersion } from "./change-sets/drafting.ts";
import { simulated } from "./change-sets/effect.ts";
import { assertMay } from "./change-sets/may.ts";
import { assertRuleEdit } from "./change-sets/rule-edits.ts";
import { shownSets } from "./change-sets/shown.ts";
import { rebased } from "./change-sets/stale.ts";
import { effectiveDay, isCorrecting } from "./change-sets/terms.ts";
import { viewOf } from "./change-sets/view.ts";
import { type Desk, gone } from "./desk.ts";
import { checkedEdits } from "./edit-writing.ts";
import { handOf } from "./hand.ts";
import { redrawn } from "./handovers/plan-set.ts";

const touches = ["changes", "journal", "workbook"];

export function changeHandlers(desk: Desk): Handlers<QuanhengContract>["changes"] {
  const present = (id: string): StoredSet => {
    const set = changeSetOf(desk.db(), id);
    if (!set) throw gone({ zh: "这份调整单", en: "This change set" });
    return set;
  };
  const named = ({ number, name }: StoredSet): Text => ({
    zh: `调整单 ${number}“${name}”`,
    en: `change set ${number} "${name}"`,
  });
  /** New edits checked among those that are in the set already. */
  const taken = (edits: readonly Edit[], beside: readonly Edit[], day: string): Edit[] => {
    assertDirect(edits);
    for (const edit of edits) assertRuleEdit(desk, edit);
    return checkedEdits(desk, edits, day, beside);
  };
  const writeDraft = (
    context: Context,
    set: StoredSet,
    what: { zh: string; en: string },
    detail: object,
    work: Parameters<typeof desk.write<void>>[2],
  ): { change: { seq: number } } => {
    const { zh, en } = named(set);
    const { seq } = desk.write(
      context,
      {
        action: "change-set",
        summary: { zh: `${what.zh}${zh}`, en: `${what.en} ${en}` },
        detail: { set: { id: set.id, number: set.number }, ...detail },
        touches,
      },
      work,
    );
    return { change: { seq } };
  };
  const decide = (
    context: Context,
    set: StoredSet,
    act: Exclude<DecisionAct, "approve" | "supersede">,
    words: string,
    effect: Effect | null,
    changed: Partial<StoredSet>,
  ): { change: { seq: number } } => {
    const verbs = {
      submit: { zh: "送审", en: "Submitted" },
      withdraw: { zh: "撤回", en: "Withdrew" },
      reject: { zh: "退回", en: "Rejected" },
    }[act];
    return writeDraft(context, set, verbs, { words }, (recorder) => {
      recordVersion(recorder, context.actor, set, changed);
      recorder.insert("change-decisions", null, {
        setId: set.id,
        act,
        by: context.actor.name,
        hand: handOf(context.actor),
        at: desk.deps.now(),
        words,
        effect: effect ? JSON.stringify(effect) : null,
      });
    });
  };

  return {
    list: ({ states }) => ({
      sets: shownSets(desk, ({ state }) => states === null || states.includes(state)),
    }),
    view: ({ id }) => viewOf(desk, present(id)),
    start: ({ name, day, reason, docNo, edits, copyOf, branchOf }, context) => {
      const { actor } = context;
      const copied = copyOf === null ? [] : editsOf(desk.db(), present(copyOf).id);
      const beside = branchOf === null ? null : present(branchOf);
      if (beside && beside.branchGroup === null) assertMay(desk, actor, beside, "edit");
      const list = merged(
        desk,
        copied,
        taken(
          edits,
          copied.map(({ edit }) => edit),
          day,
        ),
      );
      const planId = copyOf === null ? null : present(copyOf).planId;
      const hands = new Map(copied.map(({ edit, hand }) => [JSON.stringify(edit), hand]));
      const branchGroup = beside ? (beside.branchGroup ?? beside.number) : null;
      let made = { id: "", number: "" };
      const { seq } = desk.write(
        context,
        {
          action: "change-set",
          summary: () => ({
            zh: `起草调整单 ${made.number}“${name}”`,
            en: `Began change set ${made.number} "${name}"`,
          }),
          detail: () => ({ set: made, copyOf, branchOf, edits: list }),
          touches,
        },
        (recorder) => {
          if (beside && beside.branchGroup === null) recordVersion(recorder, actor, beside, { branchGroup });
          made = recordNewSet(
            desk,
            recorder,
            actor,
            {
              name: name.trim(),
              day,
              reason,
              docNo: docNo?.trim() || null,
              branchGroup,
              undoOf: null,
              planId,
            },
            // Whoever made an edit stays one of its makers, so that a copy never makes a checker of them.
            list.map((edit) => ({ edit, hand: hands.get(JSON.stringify(edit)) ?? handOf(actor) })),
          );
        },
      );
      return { ...made, change: { seq } };
    },
    describe: ({ id, name, day, reason, docNo }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "edit");
      const after = { name: name.trim(), day, reason, docNo: docNo?.trim() || null };
      const before = { name: set.name, day: set.day, reason: set.reason, docNo: set.docNo };
      return writeDraft(context, set, { zh: "说明", en: "Described" }, { before, after }, (recorder) =>
        recordVersion(recorder, context.actor, set, after),
      );
    },
    edit: ({ id, edits }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "edit");
      const old = editsOf(desk.db(), id);
      const beside = old.map(({ edit }) => edit);
      const wanted = merged(desk, old, taken(edits, beside, effectiveDay(desk, set)));
      return writeDraft(
        context,
        set,
        { zh: `改动 ${edits.length} 处，记入`, en: `${edits.length} edit(s) into` },
        { edits },
        (recorder) => recordEdits(recorder, context.actor, set, old, wanted),
      );
    },
    dropEdit: ({ id, keys }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "edit");
      const old = editsOf(desk.db(), id);
      const dropped = new Set(keys);
      if (keys.some((key) => !old.some((stored) => stored.key === key)))
        throw gone({ zh: "所选的改动", en: "The edit chosen" });
      if (old.some(({ key, edit }) => dropped.has(key) && isOfAssignment(edit)))
        throw fault("refused", {
          zh: "调动是一个整体，不能单独取消其中的任职改动。请改方案后重新起草。",
          en: "The moves of a plan belong together: change the plan and draw the set again.",
        });
      const wanted = old.map(({ edit }) => edit).filter((edit) => !dropped.has(editKey(edit)));
      return writeDraft(
        context,
        set,
        { zh: `取消 ${dropped.size} 处改动，`, en: `${dropped.size} edit(s) out of` },
        { keys },
        (recorder) => recordEdits(recorder, context.actor, set, old, wanted),
      );
    },
    simulate: ({ id }, context) => {
      const set = present(id);
      const edits = editsOf(desk.db(), id).map(({ edit }) => edit);
      return simulated(desk, context, edits, effectiveDay(desk, set));
    },
    submit: async ({ id }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "submit");
      const edits = editsOf(desk.db(), id);
      readied(desk, set, edits);
      const effect = await simulated(
        desk,
        context,
        edits.map(({ edit }) => edit),
        effectiveDay(desk, set),
      );
      const isCorrection = isCorrecting(desk, set);
      return decide(context, set, "submit", "", effect, { state: "submitted", isCorrection });
    },
    withdraw: ({ id, reason }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "withdraw");
      return decide(context, set, "withdraw", reason.trim(), null, { state: "withdrawn" });
    },
    reject: ({ id, reason }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "decide");
      if (reason.trim() === "")
        throw fault("invalid", { zh: "请写明退回的理由。", en: "Say why it is rejected." });
      return decide(context, set, "reject", reason.trim(), null, { state: "rejected" });
    },
    approve: async ({ id, ...seen }, context) => ({
      change: await approve(desk, context, present(id), seen),
    }),
    rebase: ({ id }, context) => {
      const set = present(id);
      assertMay(desk, context.actor, set, "edit");
      const old = editsOf(desk.db(), id);
      const rules = desk.rules();
      const drawn = set.planId === null ? null : redrawn(desk, set, set.planId, old);
      const list = drawn?.edits ?? old.map(({ edit }) => edit);
      const wanted = list.map((edit) =>
        isOfAssignment(edit) ? edit : rebased(desk.db(), edit, set.baseSeq, rules),
      );
      const after = { ...set, day: drawn?.day ?? set.day, baseSeq: desk.head().seq };
      return writeDraft(
        context,
        set,
        { zh: "更新基准，", en: "Rebased" },
        { before: set.baseSeq, after: after.baseSeq },
        (recorder) => recordEdits(recorder, context.actor, after, old, wanted),
      );
    },
  };
}
