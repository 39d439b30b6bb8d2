// What every generated page of docs/rules shares: names, links and the notice that it is made.
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import { packs } from "../../shared/rules/packs/packs.ts";

export type Tongue = "zh" | "en";
export const tongues: readonly Tongue[] = ["zh", "en"];
export interface Page {
  /** Under docs/rules. */
  path: string;
  text: string;
}

export const fileOf = (name: string, tongue: Tongue): string =>
  `${name}${tongue === "zh" ? ".zh-CN" : ""}.md`;
export const otherOf = (tongue: Tongue): Tongue => (tongue === "zh" ? "en" : "zh");

/** Title, the same page in the other language, and where it comes from; `name` is the file's own name. */
export function head(title: string, name: string, tongue: Tongue): string[] {
  const other = `[${tongue === "zh" ? "English" : "中文"}](${fileOf(name, otherOf(tongue))})`;
  const made = {
    zh: "本页由规则包生成（`npm run rules:pages`），请勿手改。",
    en: "Generated from the rule packs (`npm run rules:pages`); do not edit.",
  };
  return [`# ${title}`, "", `${other} · ${made[tongue]}`, ""];
}

const packOf = new Map(packs.flatMap((pack) => pack.rules.map(({ id }) => [id, pack.id] as const)));
/**
 * From a page in a folder of docs/rules (`up` is "../") or from docs/rules itself (""); from the page of the rule's own
 * pack (`here`) the anchor alone.
 */
export function ruleLink(id: string, tongue: Tongue, up: string, here?: string): string {
  const pack = packOf.get(id) ?? "";
  return `[${id}](${pack === here ? "" : `${up}packs/${fileOf(pack, tongue)}`}#${id.toLowerCase()})`;
}
/** Brackets as the language writes them. */
export const aside = (words: string, tongue: Tongue): string =>
  tongue === "zh" ? `（${words}）` : ` (${words})`;
export const kindLink = (kind: Rule["kind"], words: Text, tongue: Tongue, up: string): string =>
  `[${words[tongue]}](${up}kinds/${fileOf(kind, tongue)})`;

/** A cell must not end its row. */
export const cell = (words: string): string => words.replaceAll("|", "\\|").replaceAll("\n", "<br>");
export const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(...header),
  `|${header.map(() => "---").join("|")}|`,
  ...rows.map((cells) => row(...cells)),
  "",
];

export const severityWords: Record<Rule["severity"], Text> = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
};
export const finish = (path: string, lines: readonly string[]): Page => ({
  path,
  text: `${lines.join("\n").trimEnd()}\n`,
});
