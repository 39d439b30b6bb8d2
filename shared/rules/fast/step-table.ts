// Of each dense step: its matter, its bit in the masks of that matter, its position and what it is.
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { mostBits } from "./masks.ts";

export interface StepTable {
  readonly matter: Int32Array;
  /** -1: its matter has too many steps for masks. */
  readonly bit: Int8Array;
  readonly position: Int32Array;
  readonly isTerminal: Uint8Array;
  readonly isAuthorising: Uint8Array;
}

export function stepTableOf(facts: View, steps: Dense, matters: Dense): StepTable {
  const count = steps.ids.length;
  const table = {
    matter: new Int32Array(count),
    bit: new Int8Array(count).fill(-1),
    position: new Int32Array(count),
    isTerminal: new Uint8Array(count),
    isAuthorising: new Uint8Array(count),
  };
  for (const [index, step] of facts.world.steps.entries()) {
    table.matter[index] = matters.of(step.matterId);
    table.position[index] = step.position;
    table.isTerminal[index] = Number(step.isTerminal);
    table.isAuthorising[index] = Number(facts.duties.get(step.duty)?.type === "authorise");
  }
  for (const rows of facts.stepsOf.values())
    if (rows.length <= mostBits) for (const [at, step] of rows.entries()) table.bit[steps.of(step.id)] = at;
  return table;
}
