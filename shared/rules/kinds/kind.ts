// What a kind of rule is: a fold over groups of acts, written once and used by every check.
import type { Case } from "../../domain/approval.ts";
import type { ConflictBasis, Evidence } from "../../domain/conflict.ts";
import type { Day } from "../../domain/day.ts";
import type { RuleOf } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import type { Act, Touched, View } from "../view.ts";

/** One rule over one view. */
export interface Context<K extends Kind> {
  readonly rule: RuleOf<K>;
  readonly view: View;
  /** Does the rule's scope admit cases of this matter? */
  readonly admits: (matterId: string) => boolean;
}

export interface Group<Item> {
  /** Case id, person id, or the key that the kind's page names. */
  readonly key: string;
  /** In the order of the kind. */
  readonly items: readonly Item[];
}

/** A conflict in the making: later items of the group may still add evidence to it. */
export interface Breach {
  groupKey: string;
  subject: string;
  anchor: string;
  basis: ConflictBasis;
  personIds: Iterable<string>;
  day: Day;
  from?: Day;
  until?: Day | null;
  /** Evidence that is acts; shown in order of acts. */
  acts: readonly Act[];
  /** Evidence that comes before and after the acts. */
  before?: readonly Evidence[];
  after?: readonly Evidence[];
  /** Evidence that is cases, in their order. */
  cases?: readonly Case[];
  /** Where the kind names one; otherwise that of the cases or posts. */
  departmentId?: string | null;
  /** Said only once the group is folded. */
  say: () => Text;
}

/** What only the end of a group can tell. */
export interface Closing {
  readonly breaches: readonly Breach[];
  /** The rule will have a verdict on this group, but not yet. */
  readonly isUndecided: boolean;
}

/**
 * A rule of a kind, ready to fold. `step` may change the state it is given and answers the breaches that this
 * item completes; a breach keeps gathering evidence until the group ends. `finish` adds what only a closed
 * group shows.
 */
export interface Fold<Item, State> {
  /** Why the rule can say nothing about this world; null when it can. */
  readonly unmet: Text | null;
  /** The groups that could hold a breach: it may name too many, never too few. `touched` null: every group. */
  groups(touched: Touched | null): Iterable<Group<Item>>;
  start(key: string): State;
  step(state: State, item: Item): readonly Breach[];
  finish?(state: State): Closing;
}
/** A kind of rule: its definition as a fold. */
export type KindModule<K extends Kind, Item, State> = (context: Context<K>) => Fold<Item, State>;

export const noBreach: readonly Breach[] = [];
export const nothing: Closing = { breaches: noBreach, isUndecided: false };
export const undecided: Closing = { breaches: noBreach, isUndecided: true };
export const found = (breaches: readonly Breach[]): Closing => ({ breaches, isUndecided: false });
