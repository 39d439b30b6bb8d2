// One matter and tier in detail: the groups by name, who could stand in, and what the rules would point at.
import type { Group, GroupDetail } from "../../../shared/contract/analysis.ts";
import type { Fen } from "../../../shared/domain/money.ts";
import { standIns } from "../../../shared/rules/analysis/could-carry.ts";
import type { Demand } from "../../../shared/rules/analysis/demands.ts";
import { type GroupAnswer, groupOf } from "../../../shared/rules/analysis/group-search.ts";
import { findingsOn } from "../../../shared/rules/analysis/imagined-case.ts";
import { gone } from "../desk.ts";
import { type Could, groupLines, groupRow } from "./group-rows.ts";
import type { Scene } from "./scene.ts";

const shownGroups = 20;
const shownCases = 50;

/** @throws FaultError missing: no such matter, or no such tier of it */
export function groupDetail(scene: Scene, matterId: string, upTo: Fen | null): GroupDetail {
  const line = [...groupLines(scene, matterId)].find(({ tier }) => tier.upTo === upTo);
  if (!line) throw gone({ zh: "该事项的金额档", en: "That tier of the matter" });
  const { could, carried } = line;
  const { labels, view } = scene;
  return {
    row: groupRow(line),
    carried: (carried?.groups ?? []).slice(0, shownGroups).map(({ personIds, caseIds }) => ({
      people: labels.people(personIds),
      cases: caseIds.slice(0, shownCases).map((id) => ({ id, caseNo: view.cases.get(id)?.caseNo ?? id })),
    })),
    fewest: could && shownGroup(scene, could, could.answer.fewest, []),
    unflagged: could && shownGroup(scene, could, could.answer.unflagged, could.answer.demands),
    rules: [...new Map((could?.answer.demands ?? []).map(({ rule }) => [rule.id, rule])).values()].map(
      ({ id, title }) => ({ id, title }),
    ),
  };
}

function shownGroup(
  scene: Scene,
  { path }: Could,
  answer: GroupAnswer | null,
  demands: readonly Demand[],
): Group | null {
  if (!answer?.places) return null;
  const { view, labels, rules, binding, lens } = scene;
  const { places } = answer;
  const others = standIns(path, demands, places);
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  return {
    people: groupOf(places).map((id) => ({
      person: labels.person(id),
      standIns: labels.people(others.get(id) ?? []),
    })),
    places: places.flatMap(({ step: at, taker }) => {
      const step = path.steps[at];
      if (!step) return [];
      const post = taker.postId === null ? undefined : view.posts.get(taker.postId);
      return [
        {
          step: { id: step.id, name: step.name },
          dutyType: view.duties.get(step.duty)?.type ?? "execute",
          person: labels.person(taker.personId),
          post: post ? { id: post.id, name: post.name } : null,
        },
      ];
    }),
    isProved: answer.isProved,
    caught: findingsOn(lens.world, binding, path, places).map(({ ruleId, severity, sentence }) => ({
      ruleId,
      title: titles.get(ruleId) ?? { zh: ruleId, en: ruleId },
      severity,
      sentence,
    })),
  };
}
