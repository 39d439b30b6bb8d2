// Compares what a check found in the sample unit with what was planted in it.
import type { Planted } from "../../db/demo/planted.ts";
import type { Finding } from "../../shared/domain/conflict.ts";

/** A finding belongs to a plant when the rule is one of its candidates and cases and persons, where named, meet. */
export const explains = (plant: Planted, finding: Finding): boolean =>
  plant.ruleIds.includes(finding.ruleId) &&
  (plant.caseNos.length === 0 ||
    finding.caseIds.length === 0 ||
    plant.caseNos.some((caseNo) => finding.caseIds.includes(caseNo))) &&
  (plant.staffNos.length === 0 || plant.staffNos.some((staffNo) => finding.personIds.includes(staffNo)));

/** Readable lines; both empty when the check tells the truth and nothing but. Case and person ids are their codes. */
export function compareWithTruth(
  planted: readonly Planted[],
  findings: readonly Finding[],
): { missed: string[]; unplanted: string[] } {
  return {
    missed: planted
      .filter((plant) => !findings.some((finding) => explains(plant, finding)))
      .map(
        (plant) =>
          `${plant.kind} ${plant.ruleIds.join(", ")}: ${plant.what.zh} [${plant.caseNos.join(", ")}]`,
      ),
    unplanted: findings
      .filter((finding) => !planted.some((plant) => explains(plant, finding)))
      .map((finding) => `${finding.ruleId}: ${finding.sentence.zh}`),
  };
}
