// Up to four change sets with their effects, asked together for comparison.
import { useAsk } from "./ask.ts";
import type { ChangeView, Effect } from "./types.ts";

export const mostCompared = 4;

interface AskedBranch {
  view: ChangeView | undefined;
  effect: Effect | null;
  isWaiting: boolean;
}

function useBranch(id: string | undefined): AskedBranch | null {
  const view = useAsk("changes.view", id === undefined ? null : { id }, { fresh: true });
  const isOpen = view.value?.set.state === "draft" || view.value?.set.state === "submitted";
  const simulated = useAsk("changes.simulate", id !== undefined && isOpen ? { id } : null, { fresh: true });
  if (id === undefined) return null;
  return {
    view: view.value,
    effect: isOpen ? (simulated.value ?? null) : (view.value?.effect ?? null),
    isWaiting: view.isWaiting || simulated.isWaiting,
  };
}

/** In the order of the ids; a hook for each, because hooks cannot be counted at run time. */
export function useBranches(ids: readonly string[]): AskedBranch[] {
  const first = useBranch(ids[0]);
  const second = useBranch(ids[1]);
  const third = useBranch(ids[2]);
  const fourth = useBranch(ids[3]);
  return [first, second, third, fourth].filter((one) => one !== null);
}
