// What a plan is made of or judged against: facts with surprises, without the moves that a replan may change, and the user's wishes.
import type { Surprise, Wishes } from "../../../shared/contract/plan.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import type { Facts, World } from "../../../shared/domain/world.ts";
import { onRecord, withoutMoves } from "../../../shared/rotation/announced.ts";
import { vetoesIn, withSurprises } from "../../../shared/rotation/surprises.ts";
import type { Desk } from "../desk.ts";
import { announced, endWithoutPlans } from "../handovers/announced.ts";
import { openWork } from "../open-work.ts";
import { loadLeaveDemands, placedLeaves } from "../tenure/papers.ts";
import type { PlanScene } from "./scene-problem.ts";

export interface SceneAsked {
  months: number;
  seed: number;
  units: number | null;
  wishes: Wishes;
  surprises: readonly Surprise[];
  /** Moves of the plan that is replanned or looked at; null: made afresh. */
  baseMoves: readonly Omit<Move, "chain">[] | null;
  /** True: moves of the base are to be kept where they can be. */
  isReplan: boolean;
}

export function planScene(desk: Desk, asked: SceneAsked): PlanScene {
  const { wishes, surprises, baseMoves } = asked;
  const world = desk.world();
  const today = desk.today();
  // Cases and acts are many, and no constraint reads them but by what is still open.
  const { approvals: _, ...plain } = world;
  const bare: Facts = { ...plain, cases: [] };
  // One plan is announced at a time: whatever is approved next takes the place of what is announced now (decision 159).
  const ahead = onRecord(bare, [...(baseMoves ?? []), ...announced(desk).moves], today);
  const facts = withSurprises(withoutMoves(bare, ahead, endWithoutPlans(desk)), surprises);
  return {
    facts,
    options: {
      today,
      months: asked.months,
      seed: asked.seed,
      units: asked.units ?? undefined,
      rules: desk.rules().map(({ rule }) => rule),
      casesOpen: openWorkOf(world, today),
      locks: wishes.lockedPosts,
      lockedPersonIds: wishes.lockedPersonIds,
      blackOutMonths: wishes.blackOutMonths,
      share: wishes.sharePercent === null ? undefined : { of: wishes.sharePercent, in: 100 },
      leaves: loadLeaveDemands(desk),
      placed: placedLeaves(desk),
      wishes: {
        fixed: wishes.fixed,
        forbidden: [...wishes.forbidden, ...vetoesIn(surprises)],
        announced: asked.isReplan ? (baseMoves ?? []).filter(({ day }) => day > today) : null,
      },
    },
  };
}

const keptWork = new WeakMap<World, { today: Day; work: ReturnType<typeof openWork> }>();
function openWorkOf(world: World, today: Day): ReturnType<typeof openWork> {
  const known = keptWork.get(world);
  if (known?.today === today) return known.work;
  const work = openWork(world, today);
  keptWork.set(world, { today, work });
  return work;
}
