// The second opinion as the command line answers it: agreed in one line, or each disagreement with what either side says.
import type { SecondOpinion } from "../../shared/contract/second-opinion.ts";
import type { Cli } from "./cli.ts";

export function opinionWords({ say }: Pick<Cli, "say">, opinion: SecondOpinion): string {
  const { said } = say;
  if (opinion.disagreements === 0) return said.twice(opinion.twice, opinion.rules);
  return [
    said.disagree(opinion.disputed.length, opinion.disagreements),
    ...opinion.defects.map(({ ruleId, about, engineDay, sqlDay }) =>
      said.sides(ruleId, about, engineDay, sqlDay),
    ),
  ].join("\n");
}

/** The stable form in `docs/cli.md`. */
export const opinionJson = (opinion: SecondOpinion) => ({
  rules: opinion.rules,
  twice: opinion.twice,
  once: opinion.once.map(({ ruleId, title, reason }) => ({ rule: ruleId, title, reason })),
  conflicts: opinion.conflicts,
  disagreements: opinion.disagreements,
  defects: opinion.defects.map(({ ruleId, ruleVersion, groupKey, subject, anchor, engineDay, sqlDay }) => ({
    rule: ruleId,
    ruleVersion,
    group: groupKey,
    subject,
    anchor,
    check: engineDay,
    sql: sqlDay,
  })),
});
