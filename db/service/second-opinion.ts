// Checks the stored conflicts of today a second time, in SQL over the rows themselves; a disagreement is kept, never dropped.
import type { Context } from "../../shared/contract/call.ts";
import { type SecondOpinion, secondOpinionSchema } from "../../shared/contract/second-opinion.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { World } from "../../shared/domain/world.ts";
import { conflictsOf, hasFactsAfter } from "../queries/conflicts.ts";
import { type Comparison, compare } from "../queries/second-opinion/comparison.ts";
import { answerSlices, createTables, dropTables, indexTables } from "../queries/second-opinion/sqlite.ts";
import { feedFromWorkbook } from "../queries/second-opinion/workbook-feed.ts";
import type { Desk } from "./desk.ts";
import { summaryOf } from "./workbook.ts";

const action = "second-opinion";
const label = { zh: "正在用 SQL 另算一遍", en: "Checking a second time, in SQL" };
const shown = 1000;

const stopped = () =>
  fault("refused", {
    zh: "已停止另算，没有写入任何内容。",
    en: "Second check stopped; nothing was written.",
  });
const stale = () =>
  fault("refused", {
    zh: "内容、规则或日期在上次核对后有变动。请先核对，再用 SQL 另算。",
    en: "Facts, rules or the day have changed since the last check. Check first, then check a second time.",
  });

/** True where what is stored is the answer of today as now known. */
const isFresh = (desk: Desk): boolean => {
  const last = summaryOf(desk);
  return last !== null && last.summary.today === desk.today() && !hasFactsAfter(desk.db(), last.seq);
};

/** @throws FaultError refused: not checked yet, or stopped */
export async function secondOpinion(desk: Desk, context: Context): Promise<SecondOpinion> {
  if (!isFresh(desk)) throw stale();
  const db = desk.db();
  const today = desk.today();
  const rules = desk.rules().map(({ rule }) => rule);
  // Read in one go with the feed below: nothing can be written between the two.
  const findings = conflictsOf(db, { withClosed: false }).map(({ finding }) => finding);
  const pause = async (): Promise<void> => {
    await desk.deps.breathe();
    if (context.signal.aborted) throw stopped();
  };
  try {
    dropTables(db);
    createTables(db);
    const nameOf = db.transaction(() => feedFromWorkbook(db, rules, today))();
    indexTables(db);
    context.progress(label, 0, null);
    await pause();
    const slices = answerSlices(db, rules, nameOf, desk.deps.secondQuestions);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) {
        const opinion = opinionOf(desk, compare(rules, findings, slice.value));
        keep(desk, context, opinion);
        return opinion;
      }
      context.progress(label, slice.value.done, slice.value.total);
      await pause();
    }
  } finally {
    if (db.open) dropTables(db);
  }
}

function opinionOf(desk: Desk, { twice, once, conflicts, defects }: Comparison): SecondOpinion {
  const titleOf = (ruleId: string) => desk.ruleOf(ruleId)?.title ?? { zh: ruleId, en: ruleId };
  const namesOf = namer(desk.world());
  return {
    at: desk.deps.now(),
    today: desk.today(),
    rules: twice.length + once.length,
    twice: twice.length,
    once: once.map(({ ruleId, reason }) => ({ ruleId, title: titleOf(ruleId), reason })),
    conflicts,
    disagreements: defects.length,
    disputed: [...new Set(defects.map(({ ruleId }) => ruleId))].sort(),
    defects: defects.slice(0, shown).map((defect) => ({
      ...defect,
      title: titleOf(defect.ruleId),
      about: [...new Set([...namesOf(defect.groupKey), ...namesOf(defect.subject)])].join(" · "),
    })),
  };
}

/** A subject may be a word of the unit's own, such as a terminal's name: what only begins like an array stands as it is. */
function partsOf(key: string): unknown[] {
  if (!key.startsWith("[")) return key.split("+");
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) ? parts : [key];
  } catch {
    return [key];
  }
}
/** Names of the ids in a group key or subject: one id, two joined by "+", or a JSON array. */
function namer(world: World): (key: string) => string[] {
  const names = new Map<string, string>([
    ...world.cases.map(({ id, caseNo }) => [id, caseNo] as const),
    ...world.people.map(({ id, name, staffNo }) => [id, `${name} ${staffNo}`] as const),
    ...[...world.departments, ...world.suppliers, ...world.matters].map(
      ({ id, name }) => [id, name] as const,
    ),
  ]);
  return (key) => {
    return partsOf(key)
      .filter((part) => part !== null)
      .map((part) => names.get(String(part)) ?? String(part));
  };
}

/** Part of the journal, so that a disagreement cannot be taken back; a workbook only viewed keeps nothing. */
function keep(desk: Desk, context: Context, opinion: SecondOpinion): void {
  if (desk.store().readOnly) return;
  const { twice, rules, disagreements, disputed } = opinion;
  desk.write(
    context,
    {
      action,
      summary:
        disagreements === 0
          ? {
              zh: `${rules} 条规则中 ${twice} 条用 SQL 另算，结果一致`,
              en: `${twice} of ${rules} rules checked a second time in SQL: the same answers`,
            }
          : {
              zh: `SQL 另算与核对不一致：${disputed.length} 条规则、${disagreements} 处`,
              en: `The second check in SQL disagrees on ${disagreements} conflict(s) of ${disputed.length} rule(s)`,
            },
      detail: { opinion },
      touches: ["conflicts", "journal"],
    },
    () => undefined,
  );
}

/** Of the last check, and only while it stands. */
export function lastOpinion(desk: Desk): SecondOpinion | null {
  const last = summaryOf(desk);
  if (!last || !isFresh(desk)) return null;
  const detail = desk
    .db()
    .prepare<[string, number], string>(
      "SELECT detail FROM journal WHERE action = ? AND seq > ? ORDER BY seq DESC LIMIT 1",
    )
    .pluck()
    .get(action, last.seq);
  if (detail === undefined) return null;
  const kept: unknown = JSON.parse(detail);
  const opinion = typeof kept === "object" && kept !== null && "opinion" in kept ? kept.opinion : null;
  return secondOpinionSchema.parse(opinion);
}
