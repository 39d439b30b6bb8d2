// What a 权责清单 says of a post in a matter where nobody has written it: taken from the matrix and the organisation.
import { contains } from "../../domain/day.ts";
import type { DutyType } from "../../domain/duty.ts";
import { responsibilityTexts, riskChoices } from "../../domain/sheets.ts";
import {
  holdersOf,
  type LedgerGround,
  type Responsibility,
  type ResponsibilityKey,
} from "./ledger-ground.ts";

/** 分事行权: who decides, who carries out, who supervises. */
const powers: readonly { words: string; types: readonly DutyType[] }[] = [
  { words: "决策", types: ["authorise"] },
  { words: "执行", types: ["initiate", "execute", "custody", "record", "advise", "external"] },
  { words: "监督", types: ["verify", "supervise"] },
];

export const nothingSaid = Object.fromEntries(
  responsibilityTexts.map(([key]) => [key, null]),
) as unknown as Responsibility;

export function saidByMatrix(
  ground: LedgerGround,
  matterId: string,
  postId: string,
): Record<ResponsibilityKey, string> {
  const post = ground.posts.find(({ id }) => id === postId);
  const held = new Set(
    ground.authorities
      .filter((row) => row.postId === postId && contains(row, ground.day))
      .map(({ stepId }) => stepId),
  );
  const steps = ground.steps
    .filter((step) => step.matterId === matterId && held.has(step.id))
    .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
  const typeOf = new Map(ground.duties.map(({ code, type }) => [code, type]));
  const types = new Set(steps.map((step) => typeOf.get(step.duty)));
  return {
    powerType: powers
      .filter((power) => power.types.some((type) => types.has(type)))
      .map(({ words }) => words)
      .join("、"),
    basis: "",
    body: ground.unitName,
    handlingPost: post?.name ?? "",
    duties: steps.map(({ name }) => name).join("、"),
    accountability: "",
    flowChart: "",
    riskPoint: "",
    riskGrade: riskChoices.find(({ value }) => value === post?.riskGrade)?.name.zh ?? "",
    measures: "",
    responsible: holdersOf(ground, postId)
      .map(({ name }) => name)
      .join("、"),
    supervision: "",
  };
}
