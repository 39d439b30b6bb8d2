// An edit as people read it: which row, and what of it was and will be.
import { addDays, type Day } from "../../../shared/domain/day.ts";
import { type Edit, type GovernedKind, isTimeless } from "../../../shared/domain/edit.ts";
import { type EditedRow, governedRows, withEdits } from "../../../shared/domain/edited.ts";
import { formatWan } from "../../../shared/domain/money.ts";
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

const amount = (fen: number): string => formatWan(fen).replace(/\.?0+$/, "");
const rangeOf = ({ over, upTo }: EditedRow): Text => {
  const [low, high] = [
    typeof over === "number" ? amount(over) : null,
    typeof upTo === "number" ? amount(upTo) : null,
  ];
  if (low === null && high === null) return { zh: "不限额", en: "any amount" };
  const words = low === null ? `≤ ${high}` : high === null ? `> ${low}` : `${low}–${high}`;
  return { zh: `${words} 万元`, en: `${words} × 10,000 yuan` };
};

function cellText(column: SheetColumn, cell: EditedRow[string] | undefined, labels: Labels): Text {
  if (cell === null || cell === undefined || cell === "") return { zh: "无", en: "none" };
  if (Array.isArray(cell)) return sameText(cell.join("、") || "—");
  if (column.type === "flag") return cell ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (column.type === "money") return sameText(`${amount(Number(cell))} 万元`);
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
export function rowTitle(kind: GovernedKind, row: EditedRow, labels: Labels, facts: Facts): string {
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
      return `${of("people", row.personId)} · ${of("posts", row.postId)}`;
    case "tenure-policies":
      return String(row.riskGrade);
    default:
      return String(row.name);
  }
}

const inTitle: Partial<Record<GovernedKind, readonly string[]>> = {
  authorities: ["matterId", "stepId", "postId", "personId"],
  delegations: ["authorityId", "fromPersonId", "toPersonId"],
  steps: ["matterId", "name"],
  "post-duties": ["postId", "duty"],
  exemptions: ["personId", "postId"],
  "tenure-policies": ["riskGrade"],
  matters: ["name"],
  duties: ["name"],
};
/** Pieces of what a row says beside its title; of a changed row only what differs. */
function saying(kind: GovernedKind, old: EditedRow | null, row: EditedRow, labels: Labels): Text[] {
  const differs = (key: string): boolean =>
    !old || JSON.stringify(old[key] ?? null) !== JSON.stringify(row[key] ?? null);
  const pieces: Text[] = [];
  if (kind === "authorities" && (differs("over") || differs("upTo"))) {
    const [was, is] = [old ? rangeOf(old) : null, rangeOf(row)];
    pieces.push(both((language) => (was ? `${was[language]} → ${is[language]}` : is[language])));
  }
  for (const column of sheetOf(kind).columns) {
    const { key, type } = column;
    if (type === "money" || key === "matterId" || !differs(key)) continue;
    if (!old && (inTitle[kind] ?? []).includes(key)) continue;
    // A successor has a new first day and number by itself: the sentence ends with the day from which it holds.
    if (key === "from" || (key === "code" && old && kind === "authorities")) continue;
    if (!old && (row[key] === null || row[key] === undefined || row[key] === (column.fallback ?? null)))
      continue;
    const is = cellText(column, row[key], labels);
    const was = old ? cellText(column, old[key], labels) : null;
    const name = column.type === "last-day" ? { zh: "至", en: "last day" } : column.name;
    pieces.push(
      both((language) =>
        was
          ? `${name[language]} ${was[language]} → ${is[language]}`
          : `${name[language]}${language === "zh" ? " " : " "}${is[language]}`,
      ),
    );
  }
  return pieces;
}

/**
 * @param facts before the edits
 * @param day from which they hold
 */
export function editSentences(
  facts: Facts,
  rules: readonly Rule[],
  edits: readonly Edit[],
  day: Day,
): Text[] {
  const after = withEdits(facts, edits, day);
  const labels = labelsOf({ ...after, approvals: [] });
  const kept = new Map<GovernedKind, Map<string, EditedRow>>();
  const rowAt = (kind: GovernedKind, id: string): EditedRow | null => {
    const rows = kept.get(kind) ?? new Map(governedRows(facts, kind).map((row) => [row.id, row]));
    kept.set(kind, rows);
    return rows.get(id) ?? null;
  };
  return edits.map((edit) => {
    if (edit.op === "rule") {
      const before = rules.filter(({ id, version }) => id === edit.rule.id && version < edit.rule.version);
      return savingInWords(before.toSorted((a, b) => b.version - a.version)[0] ?? null, edit.rule);
    }
    if (edit.op === "stop") {
      const title = rules.find(({ id }) => id === edit.ruleId)?.title;
      return both((language) => {
        const named = title ? ` (${title[language]})` : "";
        return language === "zh"
          ? `停用规则 ${edit.ruleId}${named}`
          : `Rule ${edit.ruleId}${named} taken out of use`;
      });
    }
    const { name } = sheetOf(edit.kind);
    const old = rowAt(edit.kind, edit.id);
    const row: EditedRow | null = edit.op === "save" ? { ...edit.values, id: edit.id } : old;
    if (!row)
      return both((language) =>
        language === "zh" ? `${name.zh}（已不存在）` : `${name.en} (no longer there)`,
      );
    const title = rowTitle(edit.kind, row, labels, after);
    if (edit.op === "remove")
      return { zh: `移除${name.zh} ${title}`, en: `Removed from ${name.en.toLowerCase()}: ${title}` };
    if (edit.op === "end") {
      const last = addDays(edit.until > day ? edit.until : day, -1);
      return { zh: `终止${name.zh} ${title}：至 ${last}`, en: `${title}: ends, last day ${last}` };
    }
    const pieces = saying(edit.kind, old, row, labels);
    const from = typeof row.from === "string" && row.from > day ? row.from : day;
    const since = isTimeless(edit.kind) ? null : { zh: `自 ${from} 起`, en: `from ${from}` };
    return both((language) => {
      const head = old
        ? title
        : language === "zh"
          ? `新增${name.zh} ${title}`
          : `New in ${name.en.toLowerCase()}: ${title}`;
      const said = pieces.map((piece) => piece[language]);
      if (since) said.push(since[language]);
      return said.length > 0 ? `${head}${colon[language]}${said.join(comma[language])}` : head;
    });
  });
}
