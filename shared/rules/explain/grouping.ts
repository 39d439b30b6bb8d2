// By what the groups of a rule are: a case, a person, several cases together, or facts alone.
import type { Rule } from "../../domain/rule.ts";

export type Grouping = "case" | "person" | "all" | "facts";

export function groupingOf(rule: Rule): Grouping {
  switch (rule.kind) {
    case "separate-duties":
    case "same-person":
    case "separate-units":
    case "two-person":
    case "seniority":
    case "within-authority":
    case "sequence":
      return "case";
    case "relation":
      return rule.parameters.counterpart === "holder" ? "facts" : "case";
    case "absence":
    case "never-together":
    case "tenure":
      return "person";
    case "split-amount":
      return "all";
    case "tempo":
      switch (rule.parameters.check) {
        case "fast":
        case "burst":
        case "off-hours":
          return "person";
        case "year-end":
        case "crowding":
          return "all";
        case "same-terminal":
        case "brief-delegation":
          return "case";
      }
      break;
    case "concentration":
      switch (rule.parameters.check) {
        case "duty-share":
        case "type-span":
          return "case";
        case "supplier-share":
        case "single-source":
          return "all";
      }
  }
}
