// A log alone as a World: one matter, each activity a step with its duty, people known by the log only.
import type { Approval, Case } from "../domain/approval.ts";
import type { Step } from "../domain/authority.ts";
import { dayOf, type Instant } from "../domain/day.ts";
import { type Area, builtInDuties } from "../domain/duty.ts";
import type { Person, Post, Supplier } from "../domain/organisation.ts";
import type { Settings, World } from "../domain/world.ts";
import type { LogMapping } from "./log-mapping.ts";
import {
  departmentOf,
  dutyNamed,
  emptyCase,
  emptyFacts,
  logMatterId,
  personOf,
  postOf,
  stepOf,
  supplierOf,
} from "./log-parts.ts";
import type { LogRow } from "./log-row.ts";

/** The duty that an activity is by itself. */
export const ownDuty = (activity: string): string => `log:${activity}`;
export const dutyOfActivity = (mapping: Pick<LogMapping, "duties">, activity: string): string => {
  const given = mapping.duties === "own" ? undefined : mapping.duties[activity];
  return given || ownDuty(activity);
};
/** The record number of an approval that `logWorld` made. */
export const recordOf = (approvalId: string): number => Number(approvalId.replace("log:", ""));

/** What is known of a log beside its rows. */
export interface LogSetting extends Settings {
  source?: string;
  matterName?: string;
  /** What the log's cases are about; default cross. */
  area?: Area;
  /** Activities in the order in which a case must go through them; the others have no place in it. */
  order?: readonly string[];
}
export interface LogBuilding {
  add(row: LogRow): void;
  /** Call it once, when every row was added. */
  world(): World;
}

/**
 * Rows without case or activity are left out. A row whose time cannot be read stands at the time of the readable
 * row before it (the start of 1970 if none), so set meaning is exact and order is the best that the log can tell.
 * Natural keys come from content and occurrence: the same file twice gives the same keys.
 * A case opens on the day of its earliest readable row; its amount is the largest of its rows, its department, category
 * and project those that all rows naming one agree on; supplier and requester the first named.
 */
export function startLogWorld(mapping: Pick<LogMapping, "duties">, setting: LogSetting): LogBuilding {
  const cases = new Map<string, LogCase>();
  const steps = new Map<string, Step>();
  const people = new Map<string, Person>();
  const suppliers = new Map<string, Supplier>();
  const posts = new Map<string, Post>();
  const duties = new Map(builtInDuties.map((duty) => [duty.code, duty]));
  const approvals: Approval[] = [];
  const occurrences = new Map<string, number>();
  const places = new Map(setting.order?.map((activity, at) => [activity, at]));
  const source = setting.source ?? "log";
  let lastTime: Instant = 0;

  const personIdOf = (name: string | null): string | null =>
    name === null ? null : got(people, name, personOf).id;
  const stepIdOf = (activity: string): string =>
    got(steps, activity, () => {
      const duty = dutyOfActivity(mapping, activity);
      if (!duties.has(duty)) duties.set(duty, dutyNamed(duty, activity));
      return stepOf(activity, duty, places.get(activity) ?? null);
    }).id;
  return {
    add(row) {
      if (row.caseNo === null || row.activity === null) return;
      const { caseNo, activity, person } = row;
      const known = got(cases, caseNo, startCase);
      const { of } = known;
      if (row.amount !== null) of.amount = Math.max(of.amount ?? row.amount, row.amount);
      if (row.supplier !== null) of.supplierId ??= got(suppliers, row.supplier, supplierOf).id;
      of.requesterId ??= personIdOf(row.requester);
      const post = row.department === null ? null : got(posts, row.department, postOf);
      agree(known, "departmentId", post?.departmentId ?? null);
      agree(known, "category", row.category);
      agree(known, "budgetProject", row.project);
      if (row.time !== null) known.first = Math.min(known.first ?? row.time, row.time);
      lastTime = row.time ?? lastTime;
      const content = JSON.stringify([caseNo, activity, person, row.time]);
      const occurrence = (occurrences.get(content) ?? 0) + 1;
      occurrences.set(content, occurrence);
      approvals.push({
        id: `log:${row.record}`,
        naturalKey: `${content}#${occurrence}`,
        caseId: of.id,
        stepId: stepIdOf(activity),
        personId: personIdOf(person),
        onBehalfOfId: personIdOf(row.onBehalfOf),
        postId: post?.id ?? null,
        action: "execute",
        amount: row.amount,
        happenedAt: lastTime,
        recordedAt: row.recordedAt,
        docNo: row.docNo,
        terminal: row.terminal,
        source,
      });
    },
    world() {
      occurrences.clear();
      for (const { of, first } of cases.values())
        of.openedOn = first === null ? null : dayOf(first, setting.timeZone);
      const { area = "cross", matterName, unitName, timeZone } = setting;
      return {
        settings: { unitName, timeZone },
        ...emptyFacts(),
        departments: [...posts.values()].map(departmentOf),
        posts: [...posts.values()],
        people: [...people.values()],
        suppliers: [...suppliers.values()],
        duties: [...duties.values()],
        matters: [{ id: logMatterId, code: "log", name: matterName || "导入的日志", area }],
        steps: [...steps.values()],
        cases: [...cases.values()].map(({ of }) => of),
        approvals,
      };
    },
  };
}

export function logWorld(
  rows: Iterable<LogRow>,
  mapping: Pick<LogMapping, "duties">,
  setting: LogSetting,
): World {
  const building = startLogWorld(mapping, setting);
  for (const row of rows) building.add(row);
  return building.world();
}

function got<V>(map: Map<string, V>, key: string, make: (key: string) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

interface LogCase {
  of: Case;
  /** Earliest readable time. */
  first: Instant | null;
  /** Fields on which its rows do not agree: they stay unknown. */
  torn: Set<AgreedField> | null;
}
type AgreedField = "departmentId" | "category" | "budgetProject";
const startCase = (caseNo: string): LogCase => ({ of: emptyCase(caseNo), first: null, torn: null });
function agree(known: LogCase, field: AgreedField, value: string | null): void {
  if (value === null || known.torn?.has(field)) return;
  if (known.of[field] === null) known.of[field] = value;
  else if (known.of[field] !== value) {
    known.of[field] = null;
    known.torn ??= new Set();
    known.torn.add(field);
  }
}
