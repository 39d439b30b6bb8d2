// English: the fire drill.
import type { Words } from "../zh.ts";

export const drill: Words["drill"] = {
  start:
    "Take some people out and replay real cases of a period: which would have stalled, at which step, for how long.",
  none: (people) => `${people} taken out: no case of this period needed them.`,
  found: (people, cases) => `${people} taken out, ${cases} cases concerned: `,
  foundStalled: (n) => `${n} would have stalled`,
  foundLongest: (days) => `, the longest for ${days} days.`,
  foundAll: "others could have carried on with all of them.",
  why: "Each case is replayed by the authorities, posts, absences and rules of its days: who was there does the same again; for who is taken out, anybody authorised that day and not barred by a rule steps in, and where there is nobody the case waits. It says whether work goes on, nothing about anybody's work.",
  whyShort: "Says whether work goes on, nothing about anybody's work",
  form: "Drill",
  people: "Taken out",
  peopleHint: "Name or staff number",
  absence: "Taken out",
  from: "from",
  last: "To (inclusive)",
  presets: { week: "A week", leave: "Two weeks (forced leave)", month: "A month", whole: "All year" },
  period: "Period replayed",
  run: "Run the drill",
  needPeople: "First choose who is taken out",
  figures: {
    cases: "Cases concerned",
    carriedOn: "Carried on by others",
    stalled: "Would have stalled",
    days: "Days waited in all",
    undecided: (n) => `${n} not decided`,
  },
  bySteps: "Where it stalls",
  stepLine: (cases, days) => `${cases} cases · ${days} days`,
  table: "Cases that would have stalled",
  columns: {
    caseNo: "Case",
    matter: "Matter",
    step: "Stalls at",
    from: "from",
    until: "Could go on",
    days: "Days",
    amount: (unit) => `Amount (${unit})`,
    why: "Why",
  },
  never: "not while facts are known",
  clear: "No case stalls",
  clearWhy:
    "In this period others could have carried on with every step they did. Try other people, or longer.",
  nothingTitle: "No approvals to replay yet",
  nothingWhy:
    "A drill needs people, authorities and the approvals of the past year. Bring them in first, then see what stalls without whom.",
  toImport: "Bring in approvals",
  back: "Back to staffing",
  open: "Fire drill",
};
