// A finding with the version of the rule that asks for it, so that another version can take its place.
import type { Rule } from "../../domain/rule.ts";
import type { DesignFinding } from "./design-finding.ts";

export interface Told {
  /** null: no rule asks for it. */
  readonly rule: Rule | null;
  readonly finding: DesignFinding;
}
