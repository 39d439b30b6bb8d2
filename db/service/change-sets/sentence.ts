// An edit as people read it: which row, and what of it was and will be.
import { addDays, type Day } from "../../../shared/domain/day.ts";
import { type Edit, isTimeless, type SetKind } from "../../../shared/domain/edit.ts";
import { type EditedRow, governedRows, withEdits } from "../../../shared/domain/edited.ts";
import { formatCny, formatWan } from "../../../shared/domain/money.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { SheetColumn } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { sameText, type Text } from "../../../shared/domain/text.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import { type Labels, labelsOf } from "../labels.ts";
import { savingInWords } from "../rule-saving.ts";

const both = (make: (language: "zh" | "en") => string): Text => ({ zh: make("zh"), en: make("en") });
const colon = { zh: "：", en: ": " };
const comma = { zh: "，", en: ", " };

const shortWan = (fen: number): string => formatWan(fen).replace(/\.?0+$/, "");
const rangeOf = ({ over, upTo }: EditedRow): Text => {
  const [low, high] = [typeof over === "number" ? over : null, typeof upTo === "number" ? upTo : null];
  const words = (say: (fen: number) => string): string =>
    low === null ? `≤ ${say(high ?? 0)}` : high === null ? `> ${say(low)}` : `${say(low)}–${say(high)}`;
  return low === null && high === null
    ? { zh: "不限额", en: "any amount" }
    : { zh: `${words(shortWan)} 万元`, en: words(formatCny) };
};

function cellText(column: SheetColumn, cell: EditedRow[string] | undefined, labels: Labels): Text {
  if (cell === null || cell === undefined || cell === "") return { zh: "无", en: "none" };
  if (Array.isArray(cell)) return sameText(cell.join("、") || "—");
  if (column.type === "flag") return cell ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (column.type === "money") return { zh: `${shortWan(Number(cell))} 万元`, en: formatCny(Number(cell)) };
  if (column.type === "last-day") return sameText(addDays(String(cell), -1));
  if (column.type === "choice")
    return column.choices?.find(({ value }) => value === cell)?.name ?? sameText(String(cell));
  if (column.to) {
    const label = labels.of(column.to, String(cell));
    return sameText(label ? label.name : "?");
  }
  return sameText(String(cell));
}

/** What the row is called: the matter, the step and the holder of an authority, and the like. */
export function rowTitle(kind: SetKind, row: EditedRow, labels: Labels, facts: Facts): string {
  const of = (to: Parameters<Labels["of"]>[0], id: unknown): string =>
    (typeof id === "string" ? labels.of(to, id)?.name : undefined) ?? "?";
  const authorityTitle = (one: EditedRow): string => {
    const step = facts.steps.find(({ id }) => id === one.stepId);
    const holder = one.postId ? of("posts", one.postId) : of("people", one.personId);
    return `${of("matters", step?.matterId)} · ${of("steps", one.stepId)} · ${holder}`;
  };
  switch (kind) {
    case "authorities":
      return authorityTitle(row);
    case "delegations": {
      const lent = facts.authorities.find(({ id }) => id === row.authorityId);
      const people = `${of("people", row.fromPersonId)} → ${of("people", row.toPersonId)}`;
      return lent ? `${authorityTitle(lent as unknown as EditedRow)} · ${people}` : people;
    }
    case "steps":
      return `${of("matters", row.matterId)} · ${row.name}`;
    case "post-duties":
      return `${of("posts", row.postId)} · ${of("duties", row.duty)}`;
    case "exemptions":
    case "assignments":
      return `${of("people", row.personId)} · ${of("posts", row.postId)}`;
    case "tenure-policies":
      return String(row.riskGrade);
    default:
      return String(row.name);
  }
}

const inTitle: Partial<Record<SetKind, readonly string[]>> = {
  authorities: ["matterId", "stepId", "postId", "personId"],
  delegations: ["authorityId", "fromPersonId", "toPersonId"],
  steps: ["matterId", "name"],
  "post-duties": ["postId", "duty"],
  exemptions: ["personId", "postId"],
  assignments: ["personId", "postId"],
  "tenure-policies": ["riskGrade"],
  matters: ["name"],
  duties: ["name"],
};
/** One thing that a row says: before (null: a new row) and after; null name: it speaks for itself. */
interface Said {
  name: Text | null;
  was: Text | null;
  is: Text;
}
/** What a row says beside its title; of a changed row only what differs. */
function saying(kind: SetKind, old: EditedRow | null, row: EditedRow, labels: Labels): Said[] {
  const differs = (key: string): boolean =>
    !old || JSON.stringify(old[key] ?? null) !== JSON.stringify(row[key] ?? null);
  const said: Said[] = [];
  if (kind === "authorities" && (differs("over") || differs("upTo")))
    said.push({ name: null, was: old ? rangeOf(old) : null, is: rangeOf(row) });
  for (const column of sheetOf(kind).columns) {
    const { key, type } = column;
    if (type === "money" || key === "matterId" || !differs(key)) continue;
    if (!old && (inTitle[kind] ?? []).includes(key)) continue;
    // A successor has a new first day and number by itself: the sentence ends with the day from which it holds.
    if (key === "from" || (key === "code" && old && kind === "authorities")) continue;
    if (!old && (row[key] === null || row[key] === undefined || row[key] === (column.fallback ?? null)))
      continue;
    said.push({
      name: column.type === "last-day" ? { zh: "至", en: "last day" } : column.name,
      was: old ? cellText(column, old[key], labels) : null,
      is: cellText(column, row[key], labels),
    });
  }
  return said;
}

export interface EditInWords {
  /** 新增 · 更改 · 终止 · 移除 · 规则 · 停用 */
  act: Text;
  title: Text;
  /** Of what differs. */
  before: Text | null;
  after: Text | null;
  sentence: Text;
}
const acts = {
  add: { zh: "新增", en: "New" },
  change: { zh: "更改", en: "Changed" },
  end: { zh: "终止", en: "Ends" },
  remove: { zh: "移除", en: "Removed" },
  rule: { zh: "规则", en: "Rule" },
  stop: { zh: "停用", en: "Out of use" },
} as const satisfies Record<string, Text>;

function ruleInWords(edit: Extract<Edit, { op: "rule" | "stop" }>, rules: readonly Rule[]): EditInWords {
  if (edit.op === "rule") {
    const [before] = rules
      .filter(({ id, version }) => id === edit.rule.id && version < edit.rule.version)
      .toSorted((a, b) => b.version - a.version);
    const sentence = savingInWords(before ?? null, edit.rule);
    const title = both((language) => `${edit.rule.id} ${edit.rule.title[language]}`);
    const was = before
      ? both((language) => (language === "zh" ? `第 ${before.version} 版` : `version ${before.version}`))
      : null;
    return { act: acts.rule, title, before: was, after: sentence, sentence };
  }
  const found = rules.find(({ id }) => id === edit.ruleId)?.title;
  const title = both((language) => (found ? `${edit.ruleId} ${found[language]}` : edit.ruleId));
  return {
    act: acts.stop,
    title,
    before: { zh: "使用中", en: "in use" },
    after: acts.stop,
    sentence: { zh: `停用规则 ${title.zh}`, en: `Rule ${title.en} taken out of use` },
  };
}

/**
 * @param facts before the edits
 * @param day from which they hold
 */
export function editsInWords(
  facts: Facts,
  rules: readonly Rule[],
  edits: readonly Edit[],
  day: Day,
): EditInWords[] {
  const after = withEdits(facts, edits, day);
  const labels = labelsOf({ ...after, approvals: [] });
  const kept = new Map<SetKind, Map<string, EditedRow>>();
  const rowAt = (kind: SetKind, id: string): EditedRow | null => {
    const rows = kept.get(kind) ?? new Map(governedRows(facts, kind).map((row) => [row.id, row]));
    kept.set(kind, rows);
    return rows.get(id) ?? null;
  };
  return edits.map((edit) => {
    if (edit.op === "rule" || edit.op === "stop") return ruleInWords(edit, rules);
    const { name } = sheetOf(edit.kind);
    const old = rowAt(edit.kind, edit.id);
    const row: EditedRow | null = edit.op === "save" ? { ...edit.values, id: edit.id } : old;
    if (!row) {
      const gone = { zh: `${name.zh}（已不存在）`, en: `${name.en} (no longer there)` };
      return {
        act: acts[edit.op === "end" ? "end" : "remove"],
        title: gone,
        before: null,
        after: null,
        sentence: gone,
      };
    }
    const title = sameText(rowTitle(edit.kind, row, labels, after));
    const named = { zh: `${name.zh} ${title.zh}`, en: title.en };
    if (edit.op === "remove")
      return {
        act: acts.remove,
        title: named,
        before: wholeOf(edit.kind, row, labels),
        after: null,
        sentence: { zh: `移除${named.zh}`, en: `Removed from ${name.en.toLowerCase()}: ${title.en}` },
      };
    if (edit.op === "end") {
      const last = addDays(edit.until > day ? edit.until : day, -1);
      const until = { zh: `至 ${last}`, en: `last day ${last}` };
      return {
        act: acts.end,
        title: named,
        before: wholeOf(edit.kind, row, labels),
        after: until,
        sentence: { zh: `终止${named.zh}：${until.zh}`, en: `${title.en}: ends, ${until.en}` },
      };
    }
    const said = saying(edit.kind, old, row, labels);
    const from = typeof row.from === "string" && row.from > day ? row.from : day;
    const since = isTimeless(edit.kind) ? null : { zh: `自 ${from} 起`, en: `from ${from}` };
    return {
      act: old ? acts.change : acts.add,
      title: named,
      before: old
        ? told(
            said.map(({ name: of, was }) => ({ name: of, is: was ?? nothing })),
            null,
          )
        : null,
      after: told(said, since),
      sentence: both((language) => {
        const head = old
          ? title[language]
          : language === "zh"
            ? `新增${named.zh}`
            : `New in ${name.en.toLowerCase()}: ${title.en}`;
        const pieces = said.map((one) => {
          const change = one.was ? `${one.was[language]} → ${one.is[language]}` : one.is[language];
          return one.name ? `${one.name[language]} ${change}` : change;
        });
        if (since) pieces.push(since[language]);
        return pieces.length > 0 ? `${head}${colon[language]}${pieces.join(comma[language])}` : head;
      }),
    };
  });
}
const nothing: Text = { zh: "无", en: "none" };
const told = (said: readonly Pick<Said, "name" | "is">[], since: Text | null): Text =>
  both((language) =>
    [
      ...said.map(({ name, is }) => (name ? `${name[language]} ${is[language]}` : is[language])),
      ...(since ? [since[language]] : []),
    ].join(comma[language]),
  );
const wholeOf = (kind: SetKind, row: EditedRow, labels: Labels): Text =>
  told(
    saying(kind, null, row, labels),
    typeof row.from === "string" ? { zh: `自 ${row.from} 起`, en: `from ${row.from}` } : null,
  );

export const editSentences = (
  facts: Facts,
  rules: readonly Rule[],
  edits: readonly Edit[],
  day: Day,
): Text[] => editsInWords(facts, rules, edits, day).map(({ sentence }) => sentence);
