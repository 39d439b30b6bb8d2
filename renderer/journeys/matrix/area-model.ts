// The whole matrix at a glance: per matter how many authorities each level has, and what is wrong; pure.
import { type Area, areas } from "../../../shared/domain/duty.ts";
import { type Level, levels } from "../../../shared/domain/organisation.ts";
import type { MatrixView } from "../../data/types.ts";
import { isEnding } from "./scope.ts";

export interface AreaLine {
  area: Area;
  /** Null: the area itself, its matters summed. */
  matterId: string | null;
  name: string;
  steps: number;
  byLevel: Record<Level, number>;
  conflicts: number;
  gaps: number;
  ladder: number;
  ending: number;
}

const empty = (): Record<Level, number> => ({
  handler: 0,
  section: 0,
  deputy: 0,
  head: 0,
  collective: 0,
  superior: 0,
});

/** Areas in their order, each before its matters. */
export function areaLines(view: MatrixView): AreaLine[] {
  const postLevel = new Map(view.posts.map(({ id, level }) => [id, level]));
  const matterOf = new Map(
    view.matters.flatMap((matter) => matter.steps.map((step) => [step.id, matter.id] as const)),
  );
  const lines = new Map<string, AreaLine>(
    view.matters.map(({ id, name, area, steps }) => [
      id,
      {
        area,
        matterId: id,
        name,
        steps: steps.length,
        byLevel: empty(),
        conflicts: 0,
        gaps: 0,
        ladder: 0,
        ending: 0,
      },
    ]),
  );
  for (const cell of view.cells) {
    const line = lines.get(matterOf.get(cell.stepId) ?? "");
    if (!line) continue;
    line.byLevel[cell.level ?? postLevel.get(cell.postId ?? "") ?? "handler"] += 1;
    if (isEnding(cell, view.day)) line.ending += 1;
  }
  for (const { type, stepIds } of view.findings) {
    const key = type === "conflict" ? "conflicts" : type === "gap" ? "gaps" : type === "ladder" ? type : null;
    if (key === null) continue;
    for (const matterId of new Set(stepIds.map((id) => matterOf.get(id)))) {
      const line = lines.get(matterId ?? "");
      if (line) line[key] += 1;
    }
  }
  return areas.flatMap((area) => {
    const own = [...lines.values()].filter((line) => line.area === area);
    return own.length === 0 ? [] : [summed(area, own), ...own];
  });
}

function summed(area: Area, own: readonly AreaLine[]): AreaLine {
  const sum: AreaLine = {
    area,
    matterId: null,
    name: "",
    steps: 0,
    byLevel: empty(),
    conflicts: 0,
    gaps: 0,
    ladder: 0,
    ending: 0,
  };
  for (const line of own) {
    for (const level of levels) sum.byLevel[level] += line.byLevel[level];
    for (const key of ["steps", "conflicts", "gaps", "ladder", "ending"] as const) sum[key] += line[key];
  }
  return sum;
}
