// What the rules in use become when another version of one of them is taken.
import type { Rule } from "../../domain/rule.ts";
import { succession } from "../versions.ts";

/** What a rule asks, whatever its version number: two rules of the same content judge alike. */
export const contentOf = ({ version: _, ...rest }: Rule): string => JSON.stringify(rest);

/** All versions of one rule after `next` is taken among them. */
export function withVersion(inUse: readonly Rule[], next: Rule): Rule[] {
  const { kept, ended } = succession(
    inUse.map((rule) => ({ rule })),
    next,
  );
  return [...[...kept, ...ended].map(({ rule }) => rule), next];
}
