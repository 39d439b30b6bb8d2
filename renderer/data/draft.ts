// The draft that edits of the matrix are kept in: one for the window, lent to every journey by the shell.
import { createContext, useCallback, useContext, useState } from "react";
import type { Reply } from "../../shared/contract/call.ts";
import { type Edit, editKey } from "../../shared/domain/edit.ts";
import { type Fault, FaultError } from "../../shared/domain/fault.ts";
import { faultOf } from "./ask.ts";
import { useTurns } from "./change-turns.ts";
import { useSeats } from "./operators.ts";
import { useData } from "./provider.tsx";
import type { ChangeSet } from "./types.ts";

export interface DraftTable {
  /** Governed edits of the present operator must go to a draft: somebody else approves them. */
  isNeeded: boolean;
  /** The open draft that the next edit would go to; null: it would begin one. */
  current: ChangeSet | null;
  /** Which draft to use from now on. */
  choose(id: string): void;
  keep(edits: readonly Edit[], what: string): Promise<Reply<{ id: string; number: string }>>;
}
export const DraftContext = createContext<DraftTable | null>(null);

export interface Drafting extends Omit<DraftTable, "keep"> {
  /**
   * Keeps edits in the draft and says so, with a way back and a way there. `what` names them: "付款审批 · 财务科长".
   * Null when it could not be done: `fault` says why.
   */
  add(edits: readonly Edit[], what: string): Promise<{ id: string; number: string } | null>;
  isBusy: boolean;
  fault: Fault | null;
}
export function useDraft(): Drafting {
  const table = useContext(DraftContext);
  if (!table) throw new Error("useDraft needs a DraftKeeper above it");
  const { keep, ...shown } = table;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const add = useCallback<Drafting["add"]>(
    async (edits, what) => {
      setBusy(true);
      setFault(null);
      const kept = await keep(edits, what);
      setBusy(false);
      if (kept.ok) return kept.value;
      setFault(kept.fault);
      return null;
    },
    [keep],
  );
  return { ...shown, add, isBusy, fault };
}

interface Kept {
  id: string;
  number: string;
  /** Puts the draft back as it was before. */
  takeBack(): Promise<void>;
}
interface DraftWriter {
  isNeeded: boolean;
  drafts: readonly ChangeSet[];
  /** `into` null: begins a draft as `fresh` says. */
  write(
    edits: readonly Edit[],
    into: ChangeSet | null,
    fresh: { name: string; day: string },
  ): Promise<Reply<Kept>>;
}

async function need<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new FaultError(reply.fault);
  return reply.value;
}

/** What the shell's keeper is made of: the drafts of the person at work and the way into one. */
export function useDraftWriter(): DraftWriter {
  const { link } = useData();
  const found = useTurns();
  const { isSecondPerson } = useSeats();
  const write = useCallback<DraftWriter["write"]>(
    async (edits, into, fresh) => {
      const editsOf = async (id: string) => (await need(link.call("changes.view", { id }))).edits;
      try {
        const before = into ? await editsOf(into.id) : [];
        const { id, number } =
          into ?? (await need(link.call("changes.start", { ...fresh, edits: [...edits] })));
        if (into) await need(link.call("changes.edit", { id, edits: [...edits] }));
        const keys = new Set(edits.map(editKey));
        const takeBack = async (): Promise<void> => {
          const taken = (await editsOf(id)).map(({ key }) => key).filter((key) => keys.has(key));
          const former = before.filter(({ key }) => keys.has(key)).map(({ edit }) => edit);
          if (taken.length > 0) await need(link.call("changes.dropEdit", { id, keys: taken }));
          if (former.length > 0) await need(link.call("changes.edit", { id, edits: former }));
        };
        return { ok: true, value: { id, number, takeBack } };
      } catch (error) {
        const fault = faultOf(error);
        if (!fault) throw error;
        return { ok: false, fault };
      }
    },
    [link],
  );
  return {
    isNeeded: isSecondPerson,
    drafts: (found ?? []).filter(({ turn }) => turn === "draft").map(({ set }) => set),
    write,
  };
}
