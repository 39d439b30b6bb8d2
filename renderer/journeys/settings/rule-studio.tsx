// Which rule the studio shows: one that the workbook has, one that it had, or a new one of a kind or as another reads.
import type { ReactNode } from "react";
import { type Kind, kinds } from "../../../shared/domain/rule-kinds.ts";
import { useAsk } from "../../data/ask.ts";
import { useWorkbook } from "../../data/workbook.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { StudioPanel } from "./studio-panel.tsx";

const copied = "copy:";
const kindOf = (words: string): Kind | undefined => kinds.find((kind) => kind === words);

/** Addresses: `open=P-05`, `new=tenure`, `new=copy:P-05`. */
export function RuleStudio(props: { query: AddressQuery }): ReactNode {
  const { query } = props;
  const { rules } = useWords();
  const book = useWorkbook();
  const id = query.get("open");
  const begun = query.get("new");
  const kind = begun === null ? undefined : kindOf(begun);
  const asked = begun === null ? null : kind ? { kind } : { copyOf: begun.replace(copied, "") };
  const opened = useAsk("studio.open", id === null ? null : { id }, { fresh: true });
  const started = useAsk("studio.start", id === null ? asked : null, { fresh: true });
  const close = (): void => query.set({ open: null, new: null });
  const fault = opened.fault ?? started.fault;
  const rule = opened.value?.row.rule ?? started.value?.rule;
  if (fault || !rule || !book)
    return (
      <SidePanel id="studio" label={rules.detail} title={id ?? rules.detail} startWidth={700} onClose={close}>
        <Trouble fault={fault} />
      </SidePanel>
    );
  return (
    <StudioPanel
      key={`${rule.id}@${rule.version}@${opened.value?.isInUse ?? begun}`}
      opened={opened.value ?? null}
      start={rule}
      today={book.today}
      onClose={close}
      onOpen={(saved) => query.set({ open: saved, new: null }, { quiet: true })}
      onCopy={(of) => query.set({ open: null, new: copied + of })}
    />
  );
}
