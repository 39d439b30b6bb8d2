// What a new rule of a kind (or of one of its checks) starts with: usual numbers, duties that most units have.

import type { Rule } from "../../domain/rule.ts";
import { type Kind, kindNames, kindSchemas } from "../../domain/rule-kinds.ts";
import { type Draft, judge } from "./draft.ts";
import { formsOf } from "./form-of.ts";

const wan = 1_000_000;
const pair = { earlier: "apply", later: "approve" };
const starts: Record<Kind, Readonly<Record<string, Readonly<Record<string, unknown>>>>> = {
  "separate-duties": { "": { duties: ["apply", "approve"], maxHeld: 1 } },
  "never-together": { "": { duties: ["apply", "approve"], maxHeld: 1 } },
  "same-person": { "": { duties: ["apply", "handle"] } },
  "separate-units": { "": { duties: ["apply", "approve"], maxHeld: 1, unit: "department" } },
  "two-person": { "": { duty: "review", minPersons: 2 } },
  seniority: { "": pair },
  "within-authority": { "": { reasons: ["no-post", "no-authority", "outside-days", "over-amount"] } },
  absence: { "": { reasons: ["absent"] } },
  sequence: {
    order: {},
    missing: { quietDays: 90 },
    before: pair,
    "back-dated": { lagDays: 3 },
    "after-reject": { days: 30 },
    deadline: { ...pair, days: 5, isWorkdays: true },
    "sum-over": { base: "apply", added: "approve", permille: 100 },
  },
  "split-amount": {
    statutory: { threshold: 100 * wan, minCases: 2 },
    behavioural: { by: "requester", ceiling: null, nearPermille: 900, windowDays: 90, minCases: 2 },
  },
  relation: {
    supplier: { duties: [], otherDuties: [], types: ["spouse", "direct_interest"], lookbackYears: 3 },
    actor: { duties: ["apply"], otherDuties: ["approve"], types: ["spouse"], lookbackYears: 0 },
    holder: { duties: ["apply"], otherDuties: ["approve"], types: ["spouse"], lookbackYears: 0 },
  },
  tenure: { limit: { gapMonths: 12 }, "cooling-off": { gapMonths: 12 } },
  tempo: {
    fast: { ...pair, seconds: 30, minActs: 3 },
    burst: { count: 20, minutes: 10 },
    "off-hours": { from: "07:00", until: "21:00", minActs: 10, sharePermille: 200, minMonthActs: 5 },
    "year-end": { days: 31, sharePermille: 400, minCases: 3 },
    crowding: { ceiling: null, nearPermille: 900, belowPermille: 800, times: 2, minCases: 6 },
    "same-terminal": { minutes: 10 },
    "brief-delegation": { maxDays: 1 },
  },
  concentration: {
    "duty-share": { permille: 600, minDuties: 3, quietDays: 90 },
    "type-span": { types: ["initiate", "authorise", "execute", "custody", "record", "verify"], min: 4 },
    "supplier-share": { by: "requester", permille: 600, minCases: 5 },
    "single-source": { permille: 500, minCases: 3, months: 12 },
  },
};

/** Parameters of a new rule; `form` names the check where the kind has several (the first by default). */
export function freshParameters(kind: Kind, form?: string): Record<string, unknown> {
  const several = formsOf[kind];
  const name = several ? (form ?? Object.keys(several.forms)[0] ?? "") : "";
  const start = starts[kind][name];
  if (!start) throw new Error(`no start for ${kind} ${name}`);
  return kindSchemas[kind].parse({ ...start, ...(several ? { [several.by]: name } : {}) });
}

/** A new rule of the unit's own under a free id. */
export function freshRule(kind: Kind, id: string, form?: string): Rule {
  const draft: Draft = {
    id,
    version: 1,
    kind,
    area: "cross",
    title: kindNames[kind],
    plain: { zh: "本单位自定的规则。", en: "A rule of the unit's own." },
    severity: "medium",
    citation: { source: "本单位规定", mark: "unit", authority: "unit_rule" },
    scope: { areas: null, matters: null },
    effect: null,
    sameCheckAs: null,
    inForce: { from: null, until: null },
    parameters: freshParameters(kind, form),
  };
  const { rule } = judge(draft);
  if (!rule) throw new Error(`a new ${kind} rule is not valid`);
  return rule;
}
