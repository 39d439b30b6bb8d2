// What the answers to "why not?" are made of: the first condition of a rule that fails, in words.
import type { Case } from "../../../domain/approval.ts";
import type { Kind } from "../../../domain/rule-kinds.ts";
import type { Text } from "../../../domain/text.ts";
import type { Context } from "../../kinds/kind.ts";
import { dutiesText, listText, personText } from "../../sentence.ts";
import type { Act, View } from "../../view.ts";

const reasonCodes = [
  "not-in-use",
  "judged-elsewhere",
  "not-applicable",
  "unknown-subject",
  "out-of-scope",
  "not-in-force",
  "not-yet-judged",
  "somebody-else",
  "no-deciding-acts",
  "nobody-credited",
  "duties-do-not-match",
  "count-not-exceeded",
  "different-people",
  "different-units",
  "ranks-higher",
  "enough-people",
  "covered",
  "in-order",
  "in-time",
  "not-related",
  "present",
  "exempt",
  "no-term",
  "no-data",
  "amount-below",
  "outside-window",
  "left-out",
  "share-not-exceeded",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export interface Reason {
  readonly code: ReasonCode;
  readonly says: Text;
}
export const reason = (code: ReasonCode, zh: string, en: string): Reason => ({ code, says: { zh, en } });

/** A rule asked about a case, or about people. */
export interface Asked<K extends Kind> extends Context<K> {
  readonly case: Case | null;
  /** Deciding acts of the case up to today, in order. */
  readonly acts: readonly Act[];
  /** At most two. */
  readonly people: readonly string[];
}
/** The first condition that fails; null: all hold, there is a conflict. */
export type WhyNot<K extends Kind> = (asked: Asked<K>) => Reason | null;

const listed = (view: View, duties: readonly string[]): Text => dutiesText(view, new Set(duties));

/** None of the acts is on a listed duty; says which duties they are on. */
export function noMatch(view: View, acts: readonly Act[], duties: readonly string[]): Reason {
  const [has, asks] = [
    listed(
      view,
      acts.map((act) => act.step.duty),
    ),
    listed(view, duties),
  ];
  return acts.length === 0
    ? reason(
        "duties-do-not-match",
        `没有办理过规则所列的职责（${asks.zh}）。`,
        `Nothing was done on the rule's duties (${asks.en}).`,
      )
    : reason(
        "duties-do-not-match",
        `已办理的职责是${has.zh}，都不是也不包含规则所列的${asks.zh}。`,
        `What was done are ${has.en}; none is or includes the rule's ${asks.en}.`,
      );
}
export const nobody = (): Reason =>
  reason(
    "nobody-credited",
    "相关办理没有写明何人，或由系统账户办理且没有委托人，无人可以计入。",
    "The acts in question name nobody, or a system account acted for nobody: there is nobody to credit.",
  );

/** 甲（1）：申请、审批；乙（2）：付款 */
export function sharesText(
  shares: ReadonlyMap<string, ReadonlySet<string>>,
  nameOf: (id: string) => Text,
  wordOf: (duties: ReadonlySet<string>) => Text,
): Text {
  const parts = [...shares].map(([id, duties]) => {
    const [who, what] = [nameOf(id), wordOf(duties)];
    return { zh: `${who.zh}：${what.zh}`, en: `${who.en}: ${what.en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}
export const peopleWith = (view: View, shares: ReadonlyMap<string, ReadonlySet<string>>): Text =>
  sharesText(
    shares,
    (id) => personText(view, id),
    (duties) => dutiesText(view, duties),
  );
export const quoted = (names: readonly string[]): Text =>
  listText(names.map((name) => ({ zh: `“${name}”`, en: `“${name}”` })));

/** Adds to what a key has gathered. */
export function note(sets: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  const set = sets.get(key) ?? new Set<string>();
  for (const value of values) set.add(value);
  sets.set(key, set);
}
