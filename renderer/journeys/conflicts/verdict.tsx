// What a named person says of a conflict: confirmed, or set aside with a reason; each can be taken back.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useSeats } from "../../data/operators.ts";
import { useTell } from "../../data/tell.ts";
import type { ConflictRow } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

type State = "confirmed" | "set-aside";

export function VerdictSection(props: { row: ConflictRow }): ReactNode {
  const { id, verdict } = props.row;
  const { explain, common } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const readOnly = useReadOnly("explain.settle");
  const settle = useTell("explain.settle");
  const [begun, setBegun] = useState<State | null>(null);
  const { current } = useSeats();
  const [typed, setTyped] = useState("");
  // An operator speaks under their own name.
  const by = current?.name ?? typed;
  const [words, setWords] = useState("");
  const isReady = by.trim() !== "" && (begun === "confirmed" || words.trim() !== "");
  const tell = async (state: State | null): Promise<void> => {
    const done = await settle.tell({ id, state, by: state === null ? "" : by, words });
    if (!done) return;
    setBegun(null);
    toast.say({
      words: state === null ? explain.told.back : explain.told[state],
      undo: () => undo(done.change.seq),
    });
  };
  return (
    <PanelSection title={explain.verdict}>
      <div className="q-verdict">
        {verdict ? (
          <p>
            <span className="q-tag" data-tone={verdict.state === "confirmed" ? "red" : undefined}>
              {explain.states[verdict.state]}
            </span>{" "}
            {explain.said(verdict.by, verdict.on)}
            {verdict.words ? `${common.colon}${verdict.words}` : ""}
          </p>
        ) : (
          <p className="q-second">{explain.pending}</p>
        )}
        {verdict?.isChangedSince ? <p className="q-amber">{explain.changedSince}</p> : null}
        <Trouble fault={settle.fault} />
        {begun === null ? (
          <span className="q-row" style={{ gap: 8 }}>
            {verdict?.state === "confirmed" ? null : (
              <Button size="small" disabled={readOnly !== null} onClick={() => setBegun("confirmed")}>
                {explain.confirm}
              </Button>
            )}
            {verdict?.state === "set-aside" ? null : (
              <Button size="small" disabled={readOnly !== null} onClick={() => setBegun("set-aside")}>
                {explain.setAside}
              </Button>
            )}
            {verdict ? (
              <Button
                size="small"
                type="text"
                disabled={readOnly !== null}
                loading={settle.isBusy}
                onClick={() => void tell(null)}
              >
                {explain.takeBack}
              </Button>
            ) : null}
          </span>
        ) : (
          <form
            className="q-why-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (isReady) void tell(begun);
            }}
          >
            <label htmlFor="verdict-by">
              {explain.by}
              <Input
                id="verdict-by"
                value={by}
                readOnly={current !== null}
                autoFocus={current === null}
                onChange={({ target }) => setTyped(target.value)}
              />
            </label>
            <label htmlFor="verdict-words">
              {begun === "set-aside" ? explain.wordsMust : explain.words}
              <Input
                id="verdict-words"
                value={words}
                autoFocus={current !== null}
                onChange={({ target }) => setWords(target.value)}
              />
            </label>
            <span className="q-wide q-row" style={{ gap: 8 }}>
              <Button
                type="primary"
                size="small"
                htmlType="submit"
                disabled={!isReady}
                loading={settle.isBusy}
              >
                {begun === "confirmed" ? explain.confirm : explain.setAside}
              </Button>
              <Button size="small" onClick={() => setBegun(null)}>
                {common.cancel}
              </Button>
            </span>
          </form>
        )}
      </div>
    </PanelSection>
  );
}
