// Is whatever one rule finds also found by another of its kind? Sufficient conditions, kind by kind (docs/rules/kinds.md).
import type { Rule } from "../../domain/rule.ts";
import { countsImply, coveredDuties } from "./duty-cover.ts";
import type { Ground } from "./ground.ts";

/** The day of the other finding: the same, the same or earlier, or any. */
type Shift = "same" | "earlier" | "any";
interface Weaker {
  shift: Shift;
  /** What another scope does: nothing to a case by itself; more findings; or shares, which only the same scope keeps. */
  scope: "by-case" | "grows" | "shares";
}
const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Parameters with sets in one order. */
export const asked = (rule: Rule): string =>
  JSON.stringify(
    Object.entries(rule.parameters).map(([key, value]) => [
      key,
      Array.isArray(value) ? [...new Set(value)].sort() : value,
    ]),
  );
const within = <T>(few: readonly T[], many: readonly T[]): boolean => few.every((one) => many.includes(one));
const by = (holds: boolean, shift: Shift, scope: Weaker["scope"]): Weaker | null =>
  holds ? { shift, scope } : null;

/** Does a duty list that admits acts (empty: all) admit no more than the other? */
const admitsLess = (ground: Ground, few: readonly string[], many: readonly string[]): boolean =>
  many.length === 0 ||
  (few.length > 0 &&
    few.every((duty) => many.includes(duty) || [...ground.implied(duty)].some((one) => many.includes(one))));

/** `b` asks no more than `a`, parameters alone. */
function weaker(b: Rule, a: Rule, ground: Ground): Weaker | null {
  if (b.kind === "separate-duties" && a.kind === b.kind)
    return by(countsImply(ground, b.parameters, a.parameters), "earlier", "by-case");
  if (b.kind === "separate-units" && a.kind === b.kind)
    return by(
      b.parameters.unit === a.parameters.unit && countsImply(ground, b.parameters, a.parameters),
      "earlier",
      "by-case",
    );
  if (b.kind === "never-together" && a.kind === b.kind)
    return by(countsImply(ground, b.parameters, a.parameters), "any", "grows");
  if (b.kind === "same-person" && a.kind === b.kind) {
    const { duties } = b.parameters;
    return by(
      coveredDuties(ground, duties, a.parameters.duties) === new Set(duties).size,
      "earlier",
      "by-case",
    );
  }
  if (b.kind === "two-person" && a.kind === b.kind) {
    const [p, q] = [b.parameters, a.parameters];
    const isCounted = p.duty === q.duty && p.countBy === q.countBy && p.quietDays === q.quietDays;
    // Where more people are asked for, an act without a name leaves the other verdict open.
    const needsSame = p.isOdd || p.experts !== null;
    const isMore = needsSame ? p.minPersons === q.minPersons : p.minPersons <= q.minPersons;
    const isOdd = !p.isOdd || q.isOdd;
    return by(
      isCounted && isMore && isOdd && (p.experts === null || sameJson(p.experts, q.experts)),
      "same",
      "by-case",
    );
  }
  if (b.kind === "seniority" && a.kind === b.kind) {
    const isSpecial = (one: "earlier" | "later"): boolean =>
      ground.implied(b.parameters[one]).has(a.parameters[one]);
    return by(isSpecial("earlier") && isSpecial("later"), "earlier", "by-case");
  }
  if (b.kind === "within-authority" && a.kind === b.kind)
    return by(within(b.parameters.reasons, a.parameters.reasons), "same", "by-case");
  if (b.kind === "absence" && a.kind === b.kind)
    return by(within(b.parameters.reasons, a.parameters.reasons), "same", "by-case");
  if (b.kind === "sequence" && a.kind === b.kind) return weakerSequence(b, a, ground);
  if (b.kind === "relation" && a.kind === b.kind) {
    const [p, q] = [b.parameters, a.parameters];
    const holds =
      p.counterpart === q.counterpart &&
      within(p.types, q.types) &&
      p.lookbackYears <= q.lookbackYears &&
      admitsLess(ground, p.duties, q.duties) &&
      (p.counterpart === "supplier" || admitsLess(ground, p.otherDuties, q.otherDuties));
    return p.counterpart === "holder" ? by(holds, "any", "grows") : by(holds, "earlier", "by-case");
  }
  if (b.kind === "split-amount" && a.kind === b.kind) {
    const [p, q] = [b.parameters, a.parameters];
    if (p.test !== "statutory" || q.test !== "statutory") return null;
    return by(p.threshold >= q.threshold && p.minCases >= q.minCases, "earlier", "grows");
  }
  if (b.kind === "tempo" && a.kind === b.kind) return weakerTempo(b, a);
  if (b.kind === "concentration" && a.kind === b.kind) return weakerConcentration(b, a);
  return null;
}

type Of<K extends Rule["kind"]> = Extract<Rule, { kind: K }>;
function weakerSequence(
  { parameters: p }: Of<"sequence">,
  { parameters: q }: Of<"sequence">,
  ground: Ground,
): Weaker | null {
  if (p.check === "before" && q.check === p.check)
    return by(p.earlier === q.earlier && ground.implied(p.later).has(q.later), "earlier", "by-case");
  if (p.check === "back-dated" && q.check === p.check) return by(p.lagDays >= q.lagDays, "same", "by-case");
  if (p.check === "after-reject" && q.check === p.check) return by(p.days <= q.days, "same", "by-case");
  if (p.check === "deadline" && q.check === p.check) {
    const isAlike = p.earlier === q.earlier && p.later === q.later && p.isWorkdays === q.isWorkdays;
    return by(isAlike && p.days >= q.days, "earlier", "by-case");
  }
  if (p.check === "sum-over" && q.check === p.check)
    return by(p.base === q.base && p.added === q.added && p.permille >= q.permille, "earlier", "by-case");
  return null;
}
function weakerTempo({ parameters: p }: Of<"tempo">, { parameters: q }: Of<"tempo">): Weaker | null {
  if (p.check === "fast" && q.check === p.check)
    return by(
      p.earlier === q.earlier && p.later === q.later && p.seconds <= q.seconds && p.minActs >= q.minActs,
      "earlier",
      "grows",
    );
  if (p.check === "burst" && q.check === p.check)
    return by(p.count >= q.count && p.minutes <= q.minutes, "earlier", "grows");
  if (p.check === "off-hours" && q.check === p.check)
    return by(
      p.from <= q.from &&
        p.until >= q.until &&
        p.minActs >= q.minActs &&
        p.sharePermille >= q.sharePermille &&
        p.minMonthActs >= q.minMonthActs,
      "any",
      "shares",
    );
  if (p.check === "year-end" && q.check === p.check)
    return by(
      p.days <= q.days && p.sharePermille >= q.sharePermille && p.minCases >= q.minCases,
      "any",
      "shares",
    );
  if (p.check === "same-terminal" && q.check === p.check)
    return by(p.minutes <= q.minutes, "earlier", "by-case");
  if (p.check === "brief-delegation" && q.check === p.check)
    return by(p.maxDays <= q.maxDays, "same", "by-case");
  return null;
}
function weakerConcentration(
  { parameters: p }: Of<"concentration">,
  { parameters: q }: Of<"concentration">,
): Weaker | null {
  if (p.check === "duty-share" && q.check === p.check)
    return by(
      p.quietDays === q.quietDays && p.permille >= q.permille && p.minDuties >= q.minDuties,
      "same",
      "by-case",
    );
  if (p.check === "type-span" && q.check === p.check)
    return by(within(p.types, q.types) && p.min >= q.min, "earlier", "by-case");
  if (p.check === "supplier-share" && q.check === p.check)
    return by(p.by === q.by && p.permille >= q.permille && p.minCases >= q.minCases, "same", "shares");
  if (p.check === "single-source" && q.check === p.check)
    return by(
      p.months === q.months && p.permille >= q.permille && p.minCases >= q.minCases,
      "earlier",
      "shares",
    );
  return null;
}

function daysHold(b: Rule, a: Rule, shift: Shift): boolean {
  const [p, q] = [b.inForce, a.inForce];
  const endsLater = q.until === null || (p.until !== null && p.until <= q.until);
  if (shift === "any") return q.from === null && q.until === null;
  if (shift === "earlier") return q.from === null && endsLater;
  return (q.from === null || (p.from !== null && q.from <= p.from)) && endsLater;
}

/** On these facts, every finding of version `b` has one of version `a` about the same case, person or group. */
export function isSubsumed(b: Rule, a: Rule, ground: Ground): boolean {
  if (a.kind !== b.kind) return false;
  const isEqual = asked(a) === asked(b);
  const found = isEqual
    ? (weaker(b, a, ground) ?? ({ shift: "same", scope: "shares" } as const))
    : weaker(b, a, ground);
  if (!found) return false;
  const own = ground.mattersOf(b).map(({ id }) => id);
  const other = ground.mattersOf(a).map(({ id }) => id);
  const isSameScope = own.length === other.length && within(own, other);
  if (found.scope === "shares" ? !isSameScope : !within(own, other)) return false;
  // The same question about the same cases gives the same day; beyond that the day may move.
  const isSteady = isEqual && (found.scope === "by-case" || isSameScope);
  const shift = isSteady
    ? "same"
    : found.scope === "grows" && found.shift === "same"
      ? "earlier"
      : found.shift;
  return daysHold(b, a, shift);
}
