// Past, present and planned terms of each key post, for the timeline.
import type { Handlers } from "../../../shared/contract/call.ts";
import type { QuanhengContract } from "../../../shared/contract/contract.ts";
import { addMonths, type Day } from "../../../shared/domain/day.ts";
import { tenureLimitMonths, tenureTerms } from "../../../shared/domain/tenure-term.ts";
import type { Lens } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";

/** Terms that ended longer ago than this are not drawn. */
const lookBackMonths = 60;

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
export function timelineOf({ world, day }: Lens, moves: readonly PlannedMove[]): TimelinePost[] {
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
