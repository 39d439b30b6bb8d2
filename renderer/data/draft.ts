// The draft that edits of the matrix are kept in: one for the window, lent to every journey by the shell.
import { createContext, useCallback, useContext, useState } from "react";
import type { Edit } from "../../shared/domain/edit.ts";
import { type Fault, FaultError } from "../../shared/domain/fault.ts";
import { faultOf } from "./ask.ts";
import { useTurns } from "./change-turns.ts";
import { useSeats } from "./operators.ts";
import { useData } from "./provider.tsx";
import type { ChangeSet } from "./types.ts";

export interface Drafting {
  /** Governed edits of the present operator must go to a draft: somebody else approves them. */
  isNeeded: boolean;
  /** The open draft that `add` would use; null: it would begin one. */
  current: ChangeSet | null;
  /** Which draft to use from now on. */
  choose(id: string): void;
  /**
   * Keeps edits in the draft and says so, with a way back and a way there. `what` names them: "付款审批 · 财务科长".
   * Null when it could not be done: `fault` says why.
   */
  add(edits: readonly Edit[], what: string): Promise<{ id: string; number: string } | null>;
  isBusy: boolean;
  fault: Fault | null;
  clear(): void;
}
export const DraftContext = createContext<Drafting | null>(null);
export function useDraft(): Drafting {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("useDraft needs a DraftKeeper above it");
  return draft;
}

/** What an edit is of: the row or rule of which a set holds at most one. */
export const targetOf = (edit: Edit): string =>
  edit.op === "rule"
    ? `rule ${edit.rule.id}`
    : edit.op === "stop"
      ? `rule ${edit.ruleId}`
      : `${edit.kind} ${edit.id}`;

/** The chosen one where it is still an open draft of mine, else the one begun last. */
export function openDraft(drafts: readonly ChangeSet[], chosen: string | null): ChangeSet | null {
  const [newest = null] = drafts.toSorted((a, b) => b.madeAt - a.madeAt);
  return drafts.find(({ id }) => id === chosen) ?? newest;
}

export interface Kept {
  id: string;
  number: string;
  /** Puts the draft back as it was before. */
  takeBack(): Promise<void>;
}
export interface DraftWriter {
  isNeeded: boolean;
  drafts: readonly ChangeSet[];
  /** `fresh`: how a new draft begins where `into` is null. */
  keep(
    edits: readonly Edit[],
    into: ChangeSet | null,
    fresh: { name: string; day: string },
  ): Promise<Kept | null>;
  isBusy: boolean;
  fault: Fault | null;
  clear(): void;
}

/** What the shell's keeper is made of: the drafts of the person at work and the way into one. */
export function useDraftWriter(): DraftWriter {
  const { link } = useData();
  const found = useTurns();
  const { isSecondPerson } = useSeats();
  const [running, setRunning] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  const keep = useCallback<DraftWriter["keep"]>(
    async (edits, into, fresh) => {
      const need = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; fault: Fault }>) => {
        const reply = await asked;
        if (!reply.ok) throw new FaultError(reply.fault);
        return reply.value;
      };
      setRunning((n) => n + 1);
      setFault(null);
      try {
        const before = into ? (await need(link.call("changes.view", { id: into.id }))).edits : [];
        const { id, number } = into ?? (await need(link.call("changes.start", fresh)));
        await need(link.call("changes.edit", { id, edits: [...edits] }));
        const targets = new Set(edits.map(targetOf));
        return {
          id,
          number,
          takeBack: async () => {
            const now = (await need(link.call("changes.view", { id }))).edits;
            const former = before.map(({ edit }) => edit).filter((edit) => targets.has(targetOf(edit)));
            const replaced = new Set(former.map(targetOf));
            const added = now
              .filter(({ edit }) => targets.has(targetOf(edit)) && !replaced.has(targetOf(edit)))
              .map(({ key }) => key);
            if (added.length > 0) await need(link.call("changes.dropEdit", { id, keys: added }));
            if (former.length > 0) await need(link.call("changes.edit", { id, edits: former }));
          },
        };
      } catch (error) {
        setFault(faultOf(error));
        return null;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [link],
  );
  const clear = useCallback(() => setFault(null), []);
  return {
    isNeeded: isSecondPerson,
    drafts: (found ?? []).filter(({ turn }) => turn === "draft").map(({ set }) => set),
    keep,
    isBusy: running > 0,
    fault,
    clear,
  };
}
