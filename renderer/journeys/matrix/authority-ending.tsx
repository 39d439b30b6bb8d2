// Ends or removes one authority: one change, with undo.
import type { ReactNode } from "react";
import { RowEnding } from "../../parts/row-ending.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { namedBy, useApply } from "./apply.ts";

const kind = "authorities";

export function AuthorityEnding(props: { id: string; words: string }): ReactNode {
  const { id, words } = props;
  const { apply, isBusy, fault } = useApply();
  return (
    <>
      <RowEnding
        hasPeriod
        isEnding={isBusy}
        isRemoving={isBusy}
        onEnd={async (until) => {
          await apply(
            [{ op: "end", kind, id, until }],
            namedBy((named) => named.ended(words)),
          );
        }}
        onRemove={async () => {
          await apply(
            [{ op: "remove", kind, id }],
            namedBy((named) => named.removed(words)),
          );
        }}
      />
      <Trouble fault={fault} />
    </>
  );
}
