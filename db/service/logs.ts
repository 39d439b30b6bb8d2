// Handler of the logs namespace: a log judged by pairs of duties, without a workbook.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import { logWord } from "../../shared/formats/event-log.ts";
import { dutyOfActivity, logWorld, recordOf } from "../../shared/formats/log-world.ts";
import { check } from "../../shared/rules/check.ts";
import { readTables } from "../files/table-reader.ts";
import { casesWithBoth } from "./cases-with-both.ts";
import type { ServiceDeps } from "./deps.ts";
import { readLog, warningsOf } from "./log-rows.ts";
import { pairRule } from "./pair-rule.ts";

/** A log has no today: every row counts. */
const afterAll = "9999-12-31";

export function logHandlers(deps: ServiceDeps): Handlers<QuanhengContract>["logs"] {
  return {
    check: async ({ grant, mapping, pairs, timeZone }, context) => {
      const table = await readTables(deps.grants.pathOf(grant, "read"), { stop: context.signal });
      const sheet = table.sheets.find(({ isHidden }) => !isHidden);
      if (!sheet)
        throw fault("invalid", { zh: `${table.file} 里没有表。`, en: `There is no sheet in ${table.file}.` });
      const source = { rows: sheet.rows(), file: table.file, sheet: sheet.name, total: null };
      const rows = await readLog(source, mapping, timeZone, context, deps.breathe);
      const world = logWorld(rows, { duties: mapping.duties }, { unitName: "", timeZone });
      const activities = new Set(world.steps.map(({ code }) => code));
      const warnings = warningsOf(rows);
      const rules = pairs.map(([first, second], index) => {
        const [a, b] = [logWord(first), logWord(second)];
        for (const word of [a, b])
          if (!activities.has(word))
            warnings.push({
              zh: `日志中没有环节“${word}”；请核对写法（区分大小写）。`,
              en: `The activity "${word}" does not occur in the log: check the spelling (case matters).`,
            });
        const [one, other] = [dutyOfActivity(mapping, a), dutyOfActivity(mapping, b)];
        if (one === other)
          throw fault("invalid", {
            zh: `“${a}”与“${b}”是同一职责，不能相互分离。`,
            en: `"${a}" and "${b}" are the same duty.`,
          });
        return {
          a,
          b,
          one,
          other,
          rule: pairRule(`PAIR-${index + 1}`, { code: one, name: a }, { code: other, name: b }),
        };
      });
      const { findings } = check(
        world,
        rules.map(({ rule }) => rule),
        afterAll,
      );
      const caseNos = new Map(world.cases.map(({ id, caseNo }) => [id, caseNo]));
      const people = new Map(world.people.map(({ id, staffNo }) => [id, staffNo]));
      const pairOf = new Map(rules.map(({ rule, a, b }) => [rule.id, [a, b] as [string, string]]));
      return {
        rows: rows.length,
        cases: world.cases.length,
        rules: rules.map(({ a, b, one, other, rule }) => ({
          duties: [a, b] as [string, string],
          casesWithBoth: casesWithBoth(world, one, other),
          casesInConflict: new Set(
            findings.filter(({ ruleId }) => ruleId === rule.id).map(({ groupKey }) => groupKey),
          ).size,
        })),
        conflicts: findings.map((finding) => ({
          case: caseNos.get(finding.groupKey) ?? finding.groupKey,
          person: people.get(finding.subject) ?? finding.subject,
          duties: pairOf.get(finding.ruleId) ?? [],
          approvals: finding.evidence.filter(({ kind }) => kind === "approval").map(({ id }) => recordOf(id)),
        })),
        warnings,
      };
    },
  };
}
