// What the rules ask of the people of one case, as constraints on who takes which step: the folds stay the judges.
import { addYears, contains, type Day } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { isInForce } from "../finding.ts";
import { evaluatorOf } from "../kinds/evaluators.ts";
import { matchedCount, matcher } from "../kinds/matching.ts";
import { judgedElsewhere } from "../same-check.ts";
import type { View } from "../view.ts";
import type { Path, Taker } from "./path.ts";

/** Somebody on a step; `seat` orders those of one step. */
export interface Place {
  readonly step: number;
  readonly seat: number;
  readonly taker: Taker;
}
/** By step of the path. */
type Steps = readonly boolean[];

export type Demand = { readonly rule: Rule } & (
  | {
      /** One holder collects at most so many different labels. */
      readonly type: "few";
      readonly by: "person" | "department" | "organ";
      readonly labels: readonly (readonly string[])[];
      readonly most: number;
      /** Whom it binds; null: everybody. */
      readonly binds: ((id: string) => boolean) | null;
    }
  | { readonly type: "together"; readonly steps: Steps }
  | {
      readonly type: "many";
      readonly steps: Steps;
      readonly by: "person" | "organ";
      readonly least: number;
      readonly isOdd: boolean;
      readonly experts: { has: (id: string) => boolean; atLeast: number; of: number } | null;
    }
  | { readonly type: "rising"; readonly earlier: Steps; readonly later: Steps }
  | {
      readonly type: "apart";
      readonly left: Steps;
      readonly right: Steps;
      readonly related: (a: string, b: string) => boolean;
    }
);

const judged = new Set<Rule["kind"]>([
  "separate-duties",
  "never-together",
  "same-person",
  "separate-units",
  "two-person",
  "seniority",
  "relation",
  "concentration",
]);
/** Rules that bind the people within one case; the rest look at days, amounts, tempo or several cases. */
const bindsPeople = (rule: Rule): boolean =>
  judged.has(rule.kind) &&
  !(rule.kind === "relation" && rule.parameters.counterpart !== "actor") &&
  !(
    rule.kind === "concentration" &&
    rule.parameters.check !== "duty-share" &&
    rule.parameters.check !== "type-span"
  );

/** Those of all rules that judge for themselves and can say something about this unit, ready for `demandsOf`. */
export function bindingRules(view: View, rules: readonly Rule[]): Rule[] {
  const judgeOf = judgedElsewhere(rules);
  return rules.filter(
    (rule) => bindsPeople(rule) && judgeOf(rule) === null && evaluatorOf(rule, view).unmet === null,
  );
}

/** Rules in force that day that bind people within a case but can say nothing about this unit, and why. */
export function unmetRules(view: View, rules: readonly Rule[], day: Day): { rule: Rule; reason: Text }[] {
  const judgeOf = judgedElsewhere(rules);
  return rules.flatMap((rule) => {
    if (!bindsPeople(rule) || judgeOf(rule) !== null || !isInForce(rule, day)) return [];
    const reason = evaluatorOf(rule, view).unmet;
    return reason === null ? [] : [{ rule, reason }];
  });
}

/** `rules`: binding ones. The demands of the rules in force that day on this path; rules that cannot be broken on it make none. */
export function demandsOf(view: View, rules: readonly Rule[], path: Path): Demand[] {
  const { matter, day } = path;
  return rules.flatMap((rule) => {
    const { areas, matters } = rule.scope;
    const admits = (areas?.includes(matter.area) ?? true) && (matters?.includes(matter.code) ?? true);
    const isScopeless = rule.kind === "never-together";
    return isInForce(rule, day) && (admits || isScopeless) ? (demandOf(view, rule, path) ?? []) : [];
  });
}

/** Asked again and again of the same people. */
function once(ask: (id: string) => boolean): (id: string) => boolean {
  const answers = new Map<string, boolean>();
  return (id) => {
    let answer = answers.get(id);
    if (answer === undefined) {
      answer = ask(id);
      answers.set(id, answer);
    }
    return answer;
  };
}

function demandOf(view: View, rule: Rule, path: Path): Demand | null {
  const duties = path.steps.map((step) => step.duty);
  const carrying = (duty: string): Steps => duties.map((own) => view.implied(own).has(duty));
  const few = (
    labels: readonly (readonly string[])[],
    most: number,
    by: "person" | "department" | "organ" = "person",
    binds: ((id: string) => boolean) | null = null,
  ): Demand | null =>
    new Set(labels.flat()).size > most ? { rule, type: "few", by, labels, most, binds } : null;

  switch (rule.kind) {
    case "separate-duties":
    case "separate-units": {
      const match = matcher(view, rule.parameters.duties);
      const by = rule.kind === "separate-duties" ? "person" : rule.parameters.unit;
      return few(duties.map(match), rule.parameters.maxHeld, by);
    }
    case "never-together": {
      const match = matcher(view, rule.parameters.duties);
      const { maxHeld } = rule.parameters;
      // It is broken by acting only where too much is held that day.
      const holdsTooMuch = once(
        (id) =>
          matchedCount(
            match,
            view
              .holdingsOf(id)
              .filter((row) => contains(row, path.day))
              .map((row) => row.duty),
          ) > maxHeld,
      );
      return few(duties.map(match), maxHeld, "person", holdsTooMuch);
    }
    case "same-person": {
      const match = matcher(view, rule.parameters.duties);
      const steps = duties.map((duty) => match(duty).length > 0);
      return steps.filter(Boolean).length < 2 ? null : { rule, type: "together", steps };
    }
    case "two-person": {
      const { duty, minPersons, isOdd, countBy, experts } = rule.parameters;
      const steps = carrying(duty);
      if (!steps.includes(true)) return null;
      const isKnown = experts && view.world.qualifications.some((row) => row.code === experts.qualification);
      return {
        rule,
        type: "many",
        steps,
        by: countBy,
        least: minPersons,
        isOdd,
        experts: isKnown
          ? {
              has: (id) =>
                view.world.qualifications.some(
                  (row) =>
                    row.personId === id && row.code === experts.qualification && contains(row, path.day),
                ),
              atLeast: experts.atLeast,
              of: experts.of,
            }
          : null,
      };
    }
    case "seniority": {
      const [earlier, later] = [carrying(rule.parameters.earlier), carrying(rule.parameters.later)];
      return earlier.includes(true) && later.includes(true) ? { rule, type: "rising", earlier, later } : null;
    }
    case "relation": {
      const qualifying = (set: readonly string[]): Steps => {
        const match = matcher(view, set);
        return duties.map((duty) => set.length === 0 || match(duty).length > 0);
      };
      const { types, lookbackYears, duties: left, otherDuties: right } = rule.parameters;
      const related = (a: string, b: string): boolean =>
        (view.relationsOf.get(a) ?? []).some(
          (row) =>
            (row.personId === b || row.otherPersonId === b) &&
            types.includes(row.type) &&
            row.from <= path.day &&
            (row.until === null || path.day < addYears(row.until, lookbackYears)),
        );
      return { rule, type: "apart", left: qualifying(left), right: qualifying(right), related };
    }
    case "concentration": {
      const asked = rule.parameters;
      if (asked.check === "duty-share") {
        const all = new Set(duties).size;
        if (all < asked.minDuties) return null;
        return few(
          duties.map((duty) => [duty]),
          Math.floor((all * asked.permille) / 1000),
        );
      }
      if (asked.check !== "type-span") return null;
      const typed = duties.map((duty) => {
        const type = view.duties.get(duty)?.type;
        return type !== undefined && asked.types.includes(type) ? [type] : [];
      });
      return few(typed, asked.min - 1);
    }
    default:
      return null;
  }
}
