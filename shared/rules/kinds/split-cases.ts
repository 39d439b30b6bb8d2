// The cases that a test of splitting counts.
import { isTender } from "../../domain/approval.ts";
import { datedInScope, isPriced, type PricedCase } from "./dated-cases.ts";
import type { Context } from "./kind.ts";

/** Dated cases of a positive amount in scope, in order; without tenders and approved changes. */
export const splitCases = (context: Context<"split-amount">): PricedCase[] =>
  datedInScope(context)
    .filter(isPriced)
    .filter(({ case: of }) => !of.isChangeApproved && !isTender(of.method));
