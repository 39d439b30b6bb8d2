// Makes a failing question smaller: drops rows and blanks fields for as long as it still fails.
import type { World } from "../../shared/domain/world.ts";
import type { Question } from "./rules.ts";

type Table = Exclude<keyof World, "settings" | "duties">;
/** Most dependent first, so that a row can go before what it names. */
const tables: readonly Table[] = [
  "approvals",
  "delegations",
  "exemptions",
  "absences",
  "relations",
  "cases",
  "authorities",
  "assignments",
  "postDuties",
  "tenurePolicies",
  "qualifications",
  "calendar",
  "steps",
  "matters",
  "posts",
  "people",
  "suppliers",
  "departments",
];
/** The fields that name a row of another table. */
const references: Record<string, Table> = {
  caseId: "cases",
  stepId: "steps",
  matterId: "matters",
  authorityId: "authorities",
  postId: "posts",
  successorId: "posts",
  personId: "people",
  otherPersonId: "people",
  onBehalfOfId: "people",
  requesterId: "people",
  fromPersonId: "people",
  toPersonId: "people",
  supplierId: "suppliers",
  departmentId: "departments",
  parentId: "departments",
};
const blankable = [
  "onBehalfOfId",
  "recordedAt",
  "docNo",
  "terminal",
  "parentId",
  "amount",
  "postId",
  "until",
  "over",
  "upTo",
  "joinedOn",
  "leavesOn",
  "successorId",
  "riskGrade",
  "tenureLimitMonths",
  "requesterId",
  "supplierId",
  "departmentId",
  "category",
  "budgetProject",
  "method",
  "closedOn",
  "openedOn",
];

type Row = Record<string, unknown>;
const rowsOf = (world: World, table: Table): Row[] => world[table] as unknown as Row[];

/** Every name that a row gives is the id of a row. */
function isWhole(world: World): boolean {
  const known = new Map(tables.map((table) => [table, new Set(rowsOf(world, table).map((row) => row.id))]));
  return tables.every((table) =>
    rowsOf(world, table).every((row) =>
      Object.entries(references).every(
        ([field, to]) => row[field] === undefined || row[field] === null || known.get(to)?.has(row[field]),
      ),
    ),
  );
}

function* smaller(question: Question): Generator<Question> {
  const { world, rules } = question;
  for (const rule of rules)
    if (rules.length > 1) yield { ...question, rules: rules.filter((other) => other !== rule) };
  for (const table of tables)
    for (const row of rowsOf(world, table))
      yield {
        ...question,
        world: { ...world, [table]: rowsOf(world, table).filter((other) => other !== row) },
      };
  for (const table of tables)
    for (const row of rowsOf(world, table))
      for (const field of blankable) {
        // An authority and a relation must keep exactly one holder or counterpart.
        if (row[field] === null || row[field] === undefined) continue;
        if ((table === "authorities" || table === "assignments") && field === "postId") continue;
        if (table === "relations" && field === "supplierId") continue;
        if (field === "until" && ["absences", "delegations", "exemptions"].includes(table)) continue;
        if (table === "posts" && field === "departmentId") continue;
        const blanked = rowsOf(world, table).map((other) =>
          other === row ? { ...row, [field]: null } : other,
        );
        yield { ...question, world: { ...world, [table]: blanked } };
      }
}

/** A question from which nothing more can be taken without `fails` becoming false. */
export function shrunk(question: Question, fails: (question: Question) => boolean): Question {
  let smallest = question;
  for (;;) {
    let next: Question | undefined;
    for (const candidate of smaller(smallest))
      if (isWhole(candidate.world) && fails(candidate)) {
        next = candidate;
        break;
      }
    if (!next) return smallest;
    smallest = next;
  }
}

/** What is left of a question, without empty tables and the duty catalogue. */
export function describeQuestion({ world, rules, today }: Question): string {
  const shown = tables
    .filter((table) => rowsOf(world, table).length > 0)
    .map(
      (table) =>
        `${table}:\n${rowsOf(world, table)
          .map((row) => `  ${JSON.stringify(row)}`)
          .join("\n")}`,
    );
  const ruleLines = rules.map(({ id, version, kind, parameters, scope, inForce, sameCheckAs }) =>
    JSON.stringify({ id, version, kind, parameters, scope, inForce, sameCheckAs }),
  );
  return [`today ${today}, zone ${world.settings.timeZone}`, ...ruleLines, ...shown].join("\n");
}
