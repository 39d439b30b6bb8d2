// Holds the window back until the service has said whether a workbook is open, so that an address is never lost on the way.
import { type ReactNode, useEffect } from "react";
import { useData, useLinkState } from "../data/provider.tsx";
import { useWorkbookState } from "../data/workbook.ts";
import { FaultNote } from "../parts/fault-note.tsx";
import { PageSkeleton } from "../parts/page-skeleton.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useToast } from "../parts/undo-toast.tsx";
import { useWords } from "../parts/words.tsx";
import { DraftKeeper } from "./draft-keeper.tsx";
import { FileDrop } from "./file-drop.tsx";
import { TableTaker } from "./table-taker.tsx";

export function Gate(props: { children: ReactNode }): ReactNode {
  const { common, faults } = useWords();
  const { link } = useData();
  const toast = useToast();
  const state = useWorkbookState();
  const linkState = useLinkState();
  useEffect(() => {
    if (linkState === "lost") toast.say({ words: faults.lost });
  }, [linkState, toast, faults]);
  if (linkState === "failed")
    return (
      <FaultNote
        what={faults.failed}
        todo={faults.failedHelp}
        action={{ words: faults.reconnect, onClick: link.again }}
      />
    );
  if (state.value)
    return (
      <TableTaker>
        <DraftKeeper>{props.children}</DraftKeeper>
        <FileDrop />
      </TableTaker>
    );
  if (state.fault)
    return <Trouble fault={state.fault} action={{ words: common.retry, onClick: state.again }} />;
  return <PageSkeleton />;
}
