// A plan in the making: what the search has said so far, and the stop that keeps the best.
import { useRef, useState } from "react";
import type { Asked } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import type { Plan, Progress } from "../../data/types.ts";
import { makeStop, type Stop } from "../../data/work.ts";
import { useWords } from "../../parts/words.tsx";

export function usePlanning(onPlan: (plan: Plan) => void) {
  const { rotation } = useWords();
  const make = useTell("rotation.plan");
  const [heard, setHeard] = useState<readonly Progress[]>([]);
  const stop = useRef<Stop | null>(null);
  const start = async (input: Asked<"rotation.plan">): Promise<void> => {
    setHeard([]);
    stop.current = makeStop();
    const plan = await make.tell(input, {
      label: rotation.makeLabel,
      stop: stop.current,
      onProgress: (progress) =>
        setHeard((before) => {
          const last = before.at(-1);
          // The same words again are only further work on the same best plan.
          return last && last.label.zh === progress.label.zh
            ? [...before.slice(0, -1), progress]
            : [...before, progress].slice(-60);
        }),
    });
    stop.current = null;
    if (plan) onPlan(plan);
  };
  return {
    start,
    isBusy: make.isBusy,
    fault: make.fault,
    heard,
    stop: () => stop.current?.pull(),
  };
}
