// Whether what an edit edits is still what it was when its set was begun, and how an edit follows what has changed.
import type { Cell, Edit } from "../../../shared/domain/edit.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Db } from "../../open.ts";
import type { StoredRule } from "../../queries/rules.ts";
import { allTables } from "../../queries/tables.ts";
import { type Row, rowOf } from "../../queries/versions.ts";

const stored = (value: unknown): string => JSON.stringify(value ?? null);

/** Every version of a rule that was in use after entry `knownAt`, as one comparable text; null: now. */
function ruleText(db: Db, ruleId: string, knownAt: number | null): string {
  const when =
    knownAt === null
      ? "superseded_in IS NULL"
      : "recorded_in <= @knownAt AND (superseded_in IS NULL OR superseded_in > @knownAt)";
  return db
    .prepare(`SELECT body FROM rules WHERE rule_id = @ruleId AND ${when} ORDER BY version`)
    .pluck()
    .all(knownAt === null ? { ruleId } : { ruleId, knownAt })
    .join("\n");
}

/** The entry that last touched it says who and when. */
export function isStale(db: Db, edit: Edit, baseSeq: number): boolean {
  if (edit.op === "rule" || edit.op === "stop") {
    const id = edit.op === "rule" ? edit.rule.id : edit.ruleId;
    return ruleText(db, id, baseSeq) !== ruleText(db, id, null);
  }
  return stored(rowOf(db, edit.kind, edit.id, baseSeq)) !== stored(rowOf(db, edit.kind, edit.id));
}

/** Who changed it last, and when: "第 12 条留痕，李某：更正…". */
export function sinceBase(db: Db, edit: Edit): Text {
  const isRule = edit.op === "rule" || edit.op === "stop";
  const last = db
    .prepare(
      isRule
        ? "SELECT max(max(recorded_in), max(ifnull(superseded_in, 0))) FROM rules WHERE rule_id = ?"
        : `SELECT max(max(recorded_in), max(ifnull(superseded_in, 0))) FROM ${tableOf(edit)} JOIN entities ON key = entity WHERE id = ?`,
    )
    .pluck()
    .get(edit.op === "rule" ? edit.rule.id : edit.op === "stop" ? edit.ruleId : edit.id);
  const entry = db
    .prepare("SELECT seq, actor, summary_zh, summary_en FROM journal WHERE seq = ?")
    .get(last) as { seq: number; actor: string; summary_zh: string; summary_en: string } | undefined;
  if (!entry) return { zh: "已被改动", en: "changed" };
  return {
    zh: `第 ${entry.seq} 条留痕，${entry.actor}：${entry.summary_zh}`,
    en: `Entry ${entry.seq}, ${entry.actor}: ${entry.summary_en}`,
  };
}
const tableOf = (edit: Edit): string => ("kind" in edit ? allTables[edit.kind].name : "rules");

/** The edit on today's row: cells that it does not change take today's value; a rule gets the next free version. */
export function rebased(db: Db, edit: Edit, baseSeq: number, rules: readonly StoredRule[]): Edit {
  if (edit.op === "rule") {
    const newest = Math.max(
      0,
      ...rules.filter(({ rule }) => rule.id === edit.rule.id).map(({ rule }) => rule.version),
    );
    return edit.rule.version > newest ? edit : { op: "rule", rule: { ...edit.rule, version: newest + 1 } };
  }
  if (edit.op !== "save") return edit;
  const base: Row | null = rowOf(db, edit.kind, edit.id, baseSeq);
  const now: Row | null = rowOf(db, edit.kind, edit.id);
  if (!base || !now) return edit;
  const values: Record<string, Cell> = { ...edit.values };
  for (const [key, cell] of Object.entries(now))
    if (key !== "id" && key in values && stored(values[key]) === stored(base[key]))
      values[key] = cell as Cell;
  return { ...edit, values };
}
