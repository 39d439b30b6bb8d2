// Codes and names → ids, over the rows in force and the rows that this import is about to add.
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import { wordKey } from "../../../shared/formats/word-key.ts";
import { type DomainRow, worldRows } from "../sheet-rows.ts";

type Target =
  | "departments"
  | "posts"
  | "people"
  | "suppliers"
  | "matters"
  | "steps"
  | "authorities"
  | "cases";
const targets: readonly Target[] = [
  "departments",
  "posts",
  "people",
  "suppliers",
  "matters",
  "steps",
  "authorities",
  "cases",
];
const codeKey: Record<Target, string> = {
  departments: "code",
  posts: "code",
  people: "staffNo",
  suppliers: "code",
  matters: "code",
  steps: "code",
  authorities: "code",
  cases: "caseNo",
};
export type Found = { id: string } | { problem: Text };

export interface Lookups {
  /** Makes a row known: from the workbook, or accepted in this import. */
  add: (kind: SheetKind, row: DomainRow) => void;
  /** Takes back what `add` made known under this id. */
  forget: (kind: SheetKind, id: string) => void;
  /** `scope`: the matter of a step. @returns the id (a duty: its code), or why not */
  find: (kind: SheetKind, words: string, scope: string | null) => Found;
  /** True when this very code (after trim and NFC) or, but for people, this very name is known. */
  knows: (kind: SheetKind, words: string) => boolean;
  /** A row's own code, for derived identities. */
  codeOf: (kind: SheetKind, id: string) => string;
  matterOfCase: (caseId: string) => string | null;
}

export function createLookups(world: World): Lookups {
  const codes = new Map<string, string>();
  const names = new Map<string, string[]>();
  const codeById = new Map<string, string>();
  const matterOfCase = new Map<string, string>();
  const exact = new Map<string, string>();
  const plain = (words: string): string => words.trim().normalize("NFC");
  const at = (kind: string, scope: string | null, words: string): string =>
    `${kind}\n${scope ?? ""}\n${words}`;

  const add: Lookups["add"] = (kind, row) => {
    if (kind === "duties") {
      codes.set(at(kind, null, wordKey(String(row.code))), String(row.code));
      const key = at(kind, null, wordKey(String(row.name)));
      names.set(key, [...new Set([...(names.get(key) ?? []), String(row.code)])]);
      return;
    }
    if (!targets.includes(kind as Target)) return;
    const code = String(row[codeKey[kind as Target]]);
    const scope = kind === "steps" ? String(row.matterId) : null;
    codes.set(at(kind, scope, wordKey(code)), row.id);
    exact.set(at(kind, scope, plain(code)), row.id);
    codeById.set(row.id, code);
    if (typeof row.name === "string") {
      const key = at(kind, scope, wordKey(row.name));
      names.set(key, [...new Set([...(names.get(key) ?? []), row.id])]);
    }
    if (kind === "cases") matterOfCase.set(row.id, String(row.matterId));
  };

  for (const kind of targets) for (const row of worldRows(world, kind)) add(kind, row);
  for (const duty of world.duties) {
    add("duties", { id: duty.code, code: duty.code, name: duty.name.zh });
    add("duties", { id: duty.code, code: duty.code, name: duty.name.en });
  }

  return {
    add,
    forget: (kind, id) => {
      const isOf = (key: string): boolean => key.startsWith(`${kind}\n`);
      for (const map of [codes, exact])
        for (const [key, known] of map) if (known === id && isOf(key)) map.delete(key);
      for (const [key, known] of names)
        if (isOf(key))
          names.set(
            key,
            known.filter((one) => one !== id),
          );
    },
    codeOf: (_, id) => codeById.get(id) ?? id,
    knows: (kind, words) =>
      exact.has(at(kind, null, plain(words))) ||
      (kind !== "people" && (names.get(at(kind, null, wordKey(words))) ?? []).length > 0),
    matterOfCase: (id) => matterOfCase.get(id) ?? null,
    find: (kind, words, scope) => {
      const key = at(kind, kind === "steps" ? scope : null, wordKey(words));
      const byCode = exact.get(at(kind, kind === "steps" ? scope : null, plain(words))) ?? codes.get(key);
      if (byCode !== undefined) return { id: byCode };
      const byName = names.get(key) ?? [];
      const { name } = sheetOf(kind);
      if (kind === "people") {
        const numbers = byName.map((id) => codeById.get(id)).join("、");
        return byName.length > 0
          ? {
              problem: {
                zh: `『${words}』是姓名，人员须以工号认定。名册中有工号 ${numbers}；请核对后在本行改为工号。`,
                en: `"${words}" is a name; people are matched by staff number. The roster has ${numbers}: check and write the number here.`,
              },
            }
          : {
              problem: {
                zh: `『${words}』不在人员名册中。请先补录此人，或在本行改为正确的工号。`,
                en: `"${words}" is not in the roster. Add the person first, or write the right staff number here.`,
              },
            };
      }
      if (byName.length === 1 && byName[0] !== undefined) return { id: byName[0] };
      if (byName.length > 1)
        return {
          problem: {
            zh: `有 ${byName.length} 条${name.zh}都叫『${words}』。请在本行改为编码。`,
            en: `${byName.length} rows of ${name.en} are called "${words}". Write the code here.`,
          },
        };
      return {
        problem: {
          zh: `『${words}』不在${name.zh}中。请先导入${name.zh}，或在本行改为已有的编码。`,
          en: `"${words}" is not among the ${name.en.toLowerCase()}. Import it first, or write an existing code here.`,
        },
      };
    },
  };
}
