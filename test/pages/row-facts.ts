// A row of the duty tables and the rule under its id, brought to the same shape: the mapping between them.
import { areaSchema } from "../../shared/domain/duty.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import rows from "../fixtures/duty-rules.json" with { type: "json" };
import type { RowFacts } from "./row-deviations.ts";

export type DutyRow = Partial<
  Record<"relations", string[]> &
    Record<"max_held" | "min_persons" | "lookback_years", number> &
    Record<"same_check_as" | "unit_scope" | "expert_share_min" | "count_by" | "relative_scope", string> &
    Record<"odd", boolean>
> &
  Record<"id" | "area" | "kind" | "severity" | "source" | "evidence" | "authority", string> & {
    duties: string[];
  };
export const dutyRows: readonly DutyRow[] = rows;

/** The kind of a row in the words of the packs. */
export const kindOfRow: Readonly<Record<string, string>> = {
  not_same_case: "separate-duties",
  never_same_person: "never-together",
  not_same_unit: "separate-units",
  two_person: "two-person",
  relative: "relation",
};
/** Counterparts that a case knows as its supplier. */
const suppliers = new Set(["supplier", "bidder", "transferee", "interested_party", "construct"]);

export function factsOfRow(row: DutyRow): RowFacts {
  const kind = kindOfRow[row.kind] ?? row.kind;
  const [own = "", other = ""] = row.duties;
  const common = {
    area: areaSchema.parse(row.area),
    kind,
    severity: row.severity,
    source: row.source.replace(/^practice/, "常见做法"),
    mark: row.evidence,
    authority: row.authority,
    sameCheckAs: row.same_check_as ?? null,
    areas: null,
    duties: row.duties,
  };
  switch (kind) {
    case "separate-units":
      return { ...common, maxHeld: row.max_held ?? 1, unit: row.unit_scope ?? "" };
    case "two-person":
      return {
        ...common,
        minPersons: row.min_persons ?? 0,
        isOdd: row.odd ?? false,
        countBy: row.count_by === "organisation" ? "organ" : "person",
        experts: row.expert_share_min ?? null,
      };
    case "relation": {
      const isSupplier = suppliers.has(other);
      return {
        ...common,
        duties: [own],
        otherDuties: isSupplier ? [] : [other],
        counterpart: row.relative_scope === "static" ? "holder" : isSupplier ? "supplier" : "actor",
        // Nobody is related to themselves: one person on both sides is what separate-duties asks.
        types: (row.relations ?? []).filter((type) => type !== "self"),
        lookbackYears: row.lookback_years ?? 0,
      };
    }
    default:
      return { ...common, maxHeld: row.max_held ?? 1 };
  }
}

export function factsOfRule(rule: Rule): RowFacts {
  const common = {
    area: rule.area,
    kind: rule.kind,
    severity: rule.severity,
    source: rule.citation.source,
    mark: rule.citation.mark,
    authority: rule.citation.authority,
    sameCheckAs: rule.sameCheckAs,
    areas: rule.scope.areas,
    duties: [],
  };
  switch (rule.kind) {
    case "separate-duties":
    case "never-together":
    case "separate-units":
    case "relation":
      return { ...common, ...rule.parameters };
    case "two-person": {
      const { duty, minPersons, isOdd, countBy, experts } = rule.parameters;
      const share = experts && `${experts.atLeast}/${experts.of}`;
      return { ...common, duties: [duty], minPersons, isOdd, countBy, experts: share };
    }
    default:
      return common;
  }
}
