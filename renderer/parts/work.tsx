// The running work of the window: what, how far, how long, and how to stop it; the status line shows it.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";

export interface Work {
  id: number;
  name: string;
  /** Units done and in all; `total` null while unknown. */
  done: number;
  total: number | null;
  /** The unit's word: "笔". */
  unit: string;
  /** Milliseconds left, where they can be told. */
  left: number | null;
  cancel: (() => void) | null;
}
export interface WorkHandle {
  report(progress: { done: number; total?: number | null; left?: number | null; name?: string }): void;
  end(): void;
}
export interface WorkDesk {
  works: readonly Work[];
  start(work: { name: string; unit?: string; total?: number | null; cancel?: () => void }): WorkHandle;
}

const WorkContext = createContext<WorkDesk>({
  works: [],
  start: () => ({ report: () => {}, end: () => {} }),
});
export const useWork = (): WorkDesk => useContext(WorkContext);

export function WorkProvider(props: { children: ReactNode }): ReactNode {
  const [works, setWorks] = useState<readonly Work[]>([]);
  const last = useRef(0);
  const start = useCallback<WorkDesk["start"]>((work) => {
    last.current += 1;
    const id = last.current;
    const fresh: Work = {
      id,
      name: work.name,
      unit: work.unit ?? "",
      done: 0,
      total: work.total ?? null,
      left: null,
      cancel: work.cancel ?? null,
    };
    setWorks((now) => [...now, fresh]);
    return {
      report: (progress) =>
        setWorks((now) =>
          now.map((one) =>
            one.id !== id
              ? one
              : {
                  ...one,
                  done: progress.done,
                  name: progress.name ?? one.name,
                  total: progress.total === undefined ? one.total : progress.total,
                  left: progress.left === undefined ? one.left : progress.left,
                },
          ),
        ),
      end: () => setWorks((now) => now.filter((one) => one.id !== id)),
    };
  }, []);
  const desk = useMemo(() => ({ works, start }), [works, start]);
  return <WorkContext value={desk}>{props.children}</WorkContext>;
}
