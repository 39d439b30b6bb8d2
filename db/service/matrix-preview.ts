// What edits would do to the design check of a day, asked while somebody types.
import type { MatrixPreview } from "../../shared/contract/design.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../shared/domain/edited.ts";
import { compareFindings } from "../../shared/rules/design/finding-difference.ts";
import { checkDesign } from "../../shared/rules/design.ts";
import type { Desk } from "./desk.ts";

export function previewOf(desk: Desk, { day, edits }: { day: Day; edits: readonly Edit[] }): MatrixPreview {
  const { world, rules: stored } = desk.lens(day, null);
  const rules = stored.map(({ rule }) => rule);
  const before = checkDesign(world, rules, day);
  const after = checkDesign(withEdits(world, edits, day), withRuleEdits(rules, edits), day);
  return { headSeq: desk.head().seq, ...compareFindings(before, after) };
}
