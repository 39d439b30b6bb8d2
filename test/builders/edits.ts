// Edits of a generated world's matrix and rules: rows changed, ended, taken out, added; rules turned; some of rows that are not there.
import { type Cell, type Edit, editKey, type SetKind } from "../../shared/domain/edit.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { amounts, period, stepDuties, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several } from "./source.ts";
import { worldAreas } from "./world.ts";

type Values = Record<string, Cell>;
const tables = {
  authorities: "authorities",
  delegations: "delegations",
  "post-duties": "postDuties",
  steps: "steps",
  matters: "matters",
} as const satisfies Partial<Record<SetKind, keyof World>>;
type EditedKind = keyof typeof tables;

const cells = (row: object): Values =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== "id")) as Values;
const anyId = (source: Source, rows: readonly { id: string }[]): string =>
  rows.length > 0 && chance(source, 95) ? pick(source, rows).id : "nowhere";

function fresh(source: Source, world: World, kind: EditedKind): Values {
  if (kind === "authorities") {
    const isPersonal = chance(source, 30);
    return cells(
      row.authority("", anyId(source, world.steps), {
        postId: isPersonal ? null : anyId(source, world.posts),
        personId: isPersonal ? anyId(source, world.people) : null,
        over: pickOrNull(source, amounts, 25),
        upTo: pickOrNull(source, amounts, 50),
        isCollective: chance(source, 20),
        ...period(source),
      }),
    );
  }
  if (kind === "delegations")
    return cells(
      row.delegation(
        "",
        anyId(source, world.authorities),
        anyId(source, world.people),
        anyId(source, world.people),
        period(source),
      ),
    );
  if (kind === "post-duties")
    return cells(row.postDuty("", anyId(source, world.posts), pick(source, stepDuties), period(source)));
  if (kind === "steps")
    return cells(
      row.step("", anyId(source, world.matters), source.int(1, 5), pick(source, stepDuties), {
        isRequired: chance(source, 70),
      }),
    );
  return cells(row.matter("", { code: pick(source, ["M1", "M2", "M3"]), area: pick(source, worldAreas) }));
}

/** Some of the fresh values over the old ones: a move, another range, other days. */
function mixed(source: Source, old: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(old).map(([key, value]) => [
      key,
      chance(source, 30) && values[key] !== undefined ? values[key] : value,
    ]),
  );
}

const heldBy: readonly string[] = ["separate-duties", "never-together", "relation", "split-amount"];

/** Stopped, ended, in another version, about fewer duties or matters; mostly one of those that the design check asks. */
function ruleEdit(source: Source, rules: readonly Rule[]): Edit {
  const asked = rules.filter(({ kind }) => heldBy.includes(kind));
  const rule = pick(source, asked.length > 0 && chance(source, 90) ? asked : rules);
  if (chance(source, 30)) return { op: "stop", ruleId: rule.id };
  const turned = { ...rule, version: chance(source, 50) ? rule.version : rule.version + 10 };
  if (chance(source, 30)) turned.inForce = { from: null, until: windowDay(source) };
  if (chance(source, 30)) turned.scope = { areas: null, matters: ["M1"] };
  if (chance(source, 20)) turned.sameCheckAs = pick(source, rules).id;
  if ("duties" in turned.parameters && chance(source, 50) && turned.parameters.duties.length > 2)
    turned.parameters = { ...turned.parameters, duties: turned.parameters.duties.slice(1) } as never;
  return { op: "rule", rule: turned };
}

function editFrom(source: Source, world: World, nth: number): Edit {
  if (chance(source, 4)) {
    const duty = pick(source, world.duties);
    return { op: "save", kind: "duties", id: duty.code, values: { ...duty, type: "verify" } as never };
  }
  const kind = pick(source, [
    "authorities",
    "authorities",
    "authorities",
    "delegations",
    "post-duties",
    "steps",
    "matters",
  ] as const);
  const rows = world[tables[kind]];
  if (chance(source, 30)) return { op: "save", kind, id: `new${nth}`, values: fresh(source, world, kind) };
  const id = anyId(source, rows);
  if (chance(source, 20)) return { op: "remove", kind, id };
  if (chance(source, 35) && kind !== "steps" && kind !== "matters")
    return { op: "end", kind, id, until: windowDay(source) };
  const old = rows.find((one) => one.id === id);
  const values = fresh(source, world, kind);
  return { op: "save", kind, id, values: old ? mixed(source, cells(old), values) : values };
}

/** At most one of a row or rule, as in a change set. */
export function editsFrom(source: Source, world: World, rules: readonly Rule[], most = 6): Edit[] {
  const ofRules = rules.length === 0 ? 0 : pick(source, [0, 0, 10, 10, 30, 100]);
  const edits = several(source, 1, most, (nth) =>
    chance(source, ofRules) ? ruleEdit(source, rules) : editFrom(source, world, nth),
  );
  return [...new Map(edits.map((edit) => [editKey(edit), edit])).values()];
}
