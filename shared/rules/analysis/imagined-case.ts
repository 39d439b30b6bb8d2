// A case that a group of people might carry, judged by the rules themselves.
import type { Approval } from "../../domain/approval.ts";
import type { Finding } from "../../domain/conflict.ts";
import { instantOf } from "../../domain/day.ts";
import type { DutyType } from "../../domain/duty.ts";
import type { Rule } from "../../domain/rule.ts";
import type { World } from "../../domain/world.ts";
import { check } from "../check.ts";
import type { Place } from "./demands.ts";
import { imaginedCase, type Path } from "./path.ts";

const actionOf = (type: DutyType | undefined): Approval["action"] =>
  type === "initiate" ? "submit" : type === "authorise" || type === "verify" ? "approve" : "execute";

/** The world with that case alone in its log: one act for each place, in order, on the day of the path. */
function worldWith(world: World, path: Path, places: readonly Place[]): World {
  const types = new Map(world.duties.map((duty) => [duty.code, duty.type]));
  const of = imaginedCase(path.matter, path.amount, path.day);
  const start = instantOf(path.day, "08:00", world.settings.timeZone);
  const minute = 60_000;
  return {
    ...world,
    cases: [of],
    approvals: places.flatMap(({ step: at, taker }, nth): Approval[] => {
      const step = path.steps[at];
      if (!step) return [];
      const key = String(nth).padStart(4, "0");
      return [
        {
          id: `imagined-${key}`,
          naturalKey: key,
          caseId: of.id,
          stepId: step.id,
          personId: taker.personId,
          onBehalfOfId: taker.onBehalfOfId,
          postId: taker.postId,
          action: actionOf(types.get(step.duty)),
          amount: null,
          happenedAt: start + nth * minute,
          recordedAt: null,
          docNo: "-",
          terminal: null,
          source: "imagined",
        },
      ];
    }),
  };
}

/** `rules`: binding ones. What the rules that bind people within a case would find, had these people acted so. */
export const findingsOn = (
  world: World,
  rules: readonly Rule[],
  path: Path,
  places: readonly Place[],
): Finding[] =>
  check(worldWith(world, path, places), rules, path.day).findings.filter(
    (finding) => finding.basis === "actual" && finding.caseIds.length > 0,
  );
