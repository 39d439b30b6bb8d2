// Handlers of the rotation namespace: the tenure ledger, the timeline, plans with their reasons.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { addMonths, type Day } from "../../shared/domain/day.ts";
import { tenureLimitMonths, tenureTerms } from "../../shared/domain/tenure-term.ts";
import { type Desk, gone, type Lens } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { makePlan } from "./plan-run.ts";
import { storedPlan, storedPlans } from "./stored-plans.ts";
import { postName, tenureRows } from "./tenure-rows.ts";

/** Terms that ended longer ago than this are not drawn. */
const lookBackMonths = 60;

export function rotationHandlers(desk: Desk): Handlers<QuanhengContract>["rotation"] {
  const planOf = (id: string) => {
    const plan = storedPlan(desk, id);
    if (!plan) throw gone({ zh: "这份方案", en: "This plan" });
    return plan;
  };
  return {
    ledger: ({ day, knownOn }) => {
      const lens = desk.lens(day, knownOn);
      return { day: lens.day, rows: tenureRows(lens.world, lens.day) };
    },
    timeline: ({ day, knownOn, planId }) => {
      const lens = desk.lens(day, knownOn);
      const plan = planId === null ? null : planOf(planId);
      return { day: lens.day, posts: timelineOf(lens, plan?.moves ?? []) };
    },
    plan: (input, context) => makePlan(desk, input, context),
    plans: () => ({
      plans: storedPlans(desk).map(({ id, name, madeAt, months, status, cost, lowerBound }) => ({
        id,
        name,
        madeAt,
        months,
        status,
        cost,
        lowerBound,
      })),
    }),
    planOf: ({ id }) => planOf(id),
    discard: ({ id }, context) => {
      const plan = planOf(id);
      desk.write(
        context,
        {
          action: "plan",
          summary: {
            zh: `删除轮岗方案：${plan.name.zh}`,
            en: `Discarded the rotation plan: ${plan.name.en}`,
          },
          touches: ["rotation", "journal"],
        },
        (recorder) => {
          recorder.supersede("plans", id);
        },
      );
      return {};
    },
  };
}

type Timeline = ReturnType<Handlers<QuanhengContract>["rotation"]["timeline"]>;
type TimelinePost = Awaited<Timeline>["posts"][number];
interface PlannedMove {
  day: Day;
  chain: number;
  person: { id: string };
  from: { id: string } | null;
  to: { id: string } | null;
}

/** Terms of each key post; a planned move ends the leaver's bar and begins the arriver's. */
function timelineOf({ world, day }: Lens, moves: readonly PlannedMove[]): TimelinePost[] {
  const labels = labelsOf(world);
  const earliest = addMonths(day, -lookBackMonths);
  const terms = tenureTerms(world);
  return world.posts
    .filter((post) => post.isKey && (post.until === null || post.until > day))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((post) => {
      const limit = tenureLimitMonths(post, world.tenurePolicies);
      const dueOf = (from: Day): Day | null => (limit === null ? null : addMonths(from, limit));
      const past = terms
        .filter((term) => term.postId === post.id && (term.until === null || term.until > earliest))
        .map((term) => {
          const leaving = moves.find(
            (move) => move.from?.id === post.id && move.person.id === term.personId && move.day > term.from,
          );
          const exemption = world.exemptions.find(
            (one) =>
              one.personId === term.personId && term.family.postIds.includes(one.postId) && one.until > day,
          );
          return {
            person: labels.person(term.personId),
            from: term.from,
            until: leaving && (term.until === null || leaving.day < term.until) ? leaving.day : term.until,
            dueOn: dueOf(term.from),
            isPlanned: false,
            chain: leaving?.chain ?? null,
            exempt: exemption ? { from: exemption.from, until: exemption.until } : null,
          };
        });
      const planned = moves
        .filter((move) => move.to?.id === post.id)
        .map((move) => {
          const leaving = moves.find(
            (next) => next.from?.id === post.id && next.person.id === move.person.id && next.day > move.day,
          );
          return {
            person: labels.person(move.person.id),
            from: move.day,
            until: leaving?.day ?? null,
            dueOn: dueOf(move.day),
            isPlanned: true,
            chain: move.chain,
            exempt: null,
          };
        });
      return {
        post: postName(labels, post),
        riskGrade: post.riskGrade,
        limitMonths: limit,
        terms: [...past, ...planned].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      };
    });
}
