// Names of posts, people, matters and steps as a ledger writes them, and what such words mean: what is written is read back to the same row.
import type { Matter, Step } from "../../domain/authority.ts";
import type { Person } from "../../domain/organisation.ts";
import type { LedgerGround } from "./ledger-ground.ts";

interface Named {
  id: string;
  code: string;
  name: string;
}
const plain = (words: string): string => words.normalize("NFC").trim();
const code = (words: string): string => words.normalize("NFKC").trim();
const withCode = (one: Named): string => `${one.name}（${one.code}）`;
/** "财务科长（P-07）" → its two parts; the last pair of brackets counts. */
const parts = (words: string): { name: string; code: string } | null => {
  const match = /^(.*)[（(]([^（）()]+)[）)]$/s.exec(words);
  return match ? { name: plain(match[1] ?? ""), code: code(match[2] ?? "") } : null;
};

/** The row that the words name: by name and code together, by code, or by a name that only one has; null: none. */
export function namedIn<T extends Named>(rows: readonly T[], words: string): T | null {
  const sought = plain(words);
  const both = parts(sought);
  const exact = both && rows.find((row) => code(row.code) === both.code && plain(row.name) === both.name);
  if (exact) return exact;
  const byCode = rows.find((row) => code(row.code) === code(sought));
  if (byCode) return byCode;
  const byName = rows.filter((row) => plain(row.name) === sought);
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/** The shortest words that name this row and no other. */
export function nameIn<T extends Named>(rows: readonly T[], row: T): string {
  const isRead = (words: string): boolean => plain(words) !== "" && namedIn(rows, words)?.id === row.id;
  return [row.name, withCode(row)].find(isRead) ?? row.code;
}

const asNamed = (person: Person): Named => ({ id: person.id, code: person.staffNo, name: person.name });
/** People are told apart by their number, never by name alone. */
export const personWords = (person: Person): string => withCode(asNamed(person));
/** "李芳（1023）" or "1023"; a name alone is nobody. */
export function personIn(people: readonly Person[], words: string): Person | null {
  const both = parts(plain(words));
  const named =
    both && people.find((one) => code(one.staffNo) === both.code && plain(one.name) === both.name);
  return named ?? people.find((one) => code(one.staffNo) === code(words)) ?? null;
}

export interface MatterStep {
  matter: Matter;
  step: Step;
}
export const stepCode = ({ matter, step }: MatterStep): string => `${matter.code}/${step.code}`;
export const stepName = ({ matter, step }: MatterStep): string => `${matter.name}·${step.name}`;
// A ledger asks for each of its rows over the same facts.
const kept = new WeakMap<LedgerGround, MatterStep[]>();
export function stepsOf(ground: LedgerGround): MatterStep[] {
  const known = kept.get(ground) ?? pairsOf(ground);
  kept.set(ground, known);
  return known;
}
function pairsOf(ground: LedgerGround): MatterStep[] {
  const matters = new Map(ground.matters.map((row) => [row.id, row]));
  return ground.steps.flatMap((step) => {
    const matter = matters.get(step.matterId);
    return matter ? [{ matter, step }] : [];
  });
}

/**
 * The step that number and name of a row mean: "CG/07"; or the number of a matter alone, where its name says the step
 * or only one of its steps is an approval. null: not known.
 */
export function stepIn(ground: LedgerGround, codes: string, name: string): MatterStep | null {
  const all = stepsOf(ground);
  const sought = code(codes);
  const exact = all.filter((one) => code(stepCode(one)) === sought);
  if (exact.length > 1) return exact.find((one) => stepName(one) === plain(name)) ?? null;
  if (exact[0]) return exact[0];
  const own = all.filter(({ matter }) => code(matter.code) === sought);
  const said = own.filter(({ step }) => plain(name).endsWith(step.name));
  if (said.length === 1) return said[0] ?? null;
  const types = new Map(ground.duties.map((duty) => [duty.code, duty.type]));
  const approving = own.filter(({ step }) => types.get(step.duty) === "authorise");
  return approving.length === 1 ? (approving[0] ?? null) : null;
}
