// A witness written down as acts: who takes which step, as the rules see it.
import type { Witness } from "../../domain/staffing.ts";
import type { Place } from "../analysis/demands.ts";
import type { StaffingCase } from "./problem-of.ts";

/** In path order; what `findingsOn` judges. */
export const placesOf = ({ ways, stepOf, problem }: StaffingCase, witness: Witness): Place[] =>
  witness.flatMap((taker, slot) => {
    const way = ways[taker];
    return way ? [{ step: stepOf[slot] ?? 0, seat: problem.slots[slot]?.seat ?? 0, taker: way }] : [];
  });
