// What the fast path names: per rule the groups to fold, and the rows that these folds need.

/** The groups of one rule. */
export interface Named {
  /** Dense numbers of cases and people. */
  readonly cases: Set<number>;
  readonly people: Set<number>;
  readonly keys: Set<string>;
  /** The rule looks at facts alone: fold it whole. */
  isWhole: boolean;
  /** Cases that the rule cannot judge yet, beside those named. */
  waiting: number;
}

export interface Nomination {
  readonly rules: readonly Named[];
  /** 1: all acts of the case are needed. */
  readonly wholeCases: Uint8Array;
  /** 1: the case is needed on its day, which the pass over cases knows. */
  readonly datedCases: Uint8Array;
  /** 1: the act is needed; those of whole cases are added last. */
  readonly acts: Uint8Array;
}

export function startNomination(rules: number, cases: number, acts: number): Nomination {
  return {
    rules: Array.from({ length: rules }, () => ({
      cases: new Set(),
      people: new Set(),
      keys: new Set(),
      isWhole: false,
      waiting: 0,
    })),
    wholeCases: new Uint8Array(cases),
    datedCases: new Uint8Array(cases),
    acts: new Uint8Array(acts),
  };
}

export function nameCase(nomination: Nomination, rule: number, of: number): void {
  nomination.rules[rule]!.cases.add(of);
  nomination.wholeCases[of] = 1;
}
export function nameCases(nomination: Nomination, rules: readonly number[], of: number): void {
  for (const rule of rules) nameCase(nomination, rule, of);
}
export function nameAct(nomination: Nomination, rule: number, person: number, act: number): void {
  nomination.rules[rule]!.people.add(person);
  nomination.acts[act] = 1;
}
