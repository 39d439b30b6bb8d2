// This unit's offers: who is offered, what has gone out, what came back.
import { ArrowLeftRight, FileDown, FileUp, Plus } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useAsk } from "../../../data/ask.ts";
import { useData } from "../../../data/provider.tsx";
import { useTell } from "../../../data/tell.ts";
import type { SwapOfferRow } from "../../../data/types.ts";
import { useReadOnly } from "../../../data/workbook.ts";
import type { AddressQuery } from "../../../parts/address-query.ts";
import { DataTable } from "../../../parts/data-table.tsx";
import { EmptyState } from "../../../parts/empty-state.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { PageSkeleton } from "../../../parts/page-skeleton.tsx";
import type { DataColumn } from "../../../parts/table-column.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { OfferForm } from "./offer-form.tsx";
import { OfferPanel } from "./offer-panel.tsx";
import { useSavedFile } from "./use-file.ts";

const nothing = {};
const rowKey = (row: SwapOfferRow): string => row.id;
const byState = [{ key: "state", descending: false }];

export function Offers(props: { tools: ReactNode; query: AddressQuery }): ReactNode {
  const { query } = props;
  const { swaps: words, common } = useWords();
  const formats = useFormats();
  const { shell } = useData();
  const toast = useToast();
  const asked = useAsk("swaps.offers", nothing);
  const send = useTell("swaps.exportOffers");
  const take = useTell("swaps.takeProposals");
  const saveFile = useSavedFile();
  const readOnly = useReadOnly("swaps.saveOffer");
  const rows = asked.value?.rows ?? [];
  const columns = useMemo<DataColumn<SwapOfferRow>[]>(() => {
    const { columns: name } = words;
    return [
      {
        key: "person",
        title: name.person,
        width: 96,
        value: (row) => row.person.name,
        cell: (row) => <b className="q-strong">{row.person.name}</b>,
      },
      { key: "post", title: name.post, width: 180, grows: true, value: (row) => row.post.name },
      { key: "postClass", title: name.postClass, width: 132, value: (row) => words.classes[row.postClass] },
      {
        key: "accepts",
        title: name.accepts,
        width: 160,
        value: (row) =>
          row.accepts.length === 0 ? words.any : row.accepts.map((one) => words.classes[one]).join("、"),
      },
      {
        key: "months",
        title: name.months,
        width: 160,
        value: (row) => words.months(row.fromMonth, row.toMonth),
      },
      {
        key: "goesTo",
        title: name.goesTo,
        width: 150,
        value: (row) =>
          row.proposal ? `${words.classes[row.proposal.goesTo.postClass]} ${row.proposal.month}` : null,
      },
      { key: "state", title: name.state, width: 84, value: (row) => words.states[row.state] },
      { key: "offerId", title: name.offerId, width: 120, startsHidden: true, value: (row) => row.offerId },
    ];
  }, [words]);
  if (asked.isWaiting) return <PageSkeleton />;
  const counted = (...states: readonly SwapOfferRow["state"][]): SwapOfferRow[] =>
    rows.filter(({ state }) => states.includes(state));
  const ready = counted("draft", "unmatched");
  const proposed = counted("proposed");
  const open = query.get("open");
  const row = rows.find(({ id }) => id === open);
  const isNew = query.get("new") !== null;
  const add = (): void => query.set({ new: "1", open: null });
  const shut = (): void => query.set({ open: null, new: null }, { quiet: true });
  const sendOut = (): Promise<boolean> =>
    saveFile(words.offersFile, (grant) => send.tell({ ids: ready.map(({ id }) => id), label: null, grant }));
  const takeIn = async (): Promise<void> => {
    const file = await shell.chooseFile("json");
    if (!file) return;
    const done = await take.tell({ grant: file.grant });
    if (done) toast.say({ words: words.took(formats.count(done.proposed), formats.count(done.unmatched)) });
  };
  const canWrite = readOnly === null;
  return (
    <>
      {rows.length > 0 ? (
        <PageHead
          finding={[words.finding(formats.count(rows.length), formats.count(proposed.length))]}
          why={{ words: words.why }}
          figures={[
            { name: words.figures.draft, figure: formats.count(counted("draft").length) },
            { name: words.figures.exported, figure: formats.count(counted("exported").length) },
            {
              name: words.figures.proposed,
              figure: formats.count(proposed.length),
              ...(proposed.length > 0 ? { tone: "amber" as const } : {}),
            },
            { name: words.figures.accepted, figure: formats.count(counted("accepted").length) },
          ]}
          {...(canWrite
            ? {
                primary:
                  ready.length > 0
                    ? {
                        words: words.exportFileN(formats.count(ready.length)),
                        icon: <FileDown size={15} strokeWidth={1.5} />,
                        busy: send.isBusy,
                        onClick: () => void sendOut(),
                      }
                    : { words: words.add, icon: <Plus size={15} strokeWidth={1.5} />, onClick: add },
                secondary: [
                  {
                    words: words.take,
                    icon: <FileUp size={15} strokeWidth={1.5} />,
                    busy: take.isBusy,
                    onClick: () => void takeIn(),
                  },
                  ...(ready.length > 0
                    ? [{ words: words.add, icon: <Plus size={15} strokeWidth={1.5} />, onClick: add }]
                    : []),
                ],
              }
            : {})}
        />
      ) : null}
      <Trouble
        fault={asked.fault ?? send.fault ?? take.fault}
        action={{ words: common.retry, onClick: asked.again }}
      />
      <div className="q-split">
        <div className="q-list">
          {rows.length === 0 ? (
            <>
              <div className="q-swap-tools">{props.tools}</div>
              <EmptyState
                icon={<ArrowLeftRight size={32} strokeWidth={1.25} />}
                title={words.emptyTitle}
                why={`${words.emptyWhy}${words.why}`}
                {...(canWrite ? { primary: { words: words.add, onClick: add } } : {})}
              />
            </>
          ) : (
            <DataTable
              id="swaps.offers"
              label={words.views.offers}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              startSort={byState}
              selected={open}
              onOpen={({ id }) => query.set({ open: id, new: null }, { quiet: open !== null })}
              tone={({ state }) => (state === "withdrawn" || state === "declined" ? "dim" : null)}
              tools={props.tools}
            />
          )}
        </div>
        {isNew && canWrite ? (
          <OfferForm onClose={shut} />
        ) : row ? (
          <OfferPanel key={row.id} row={row} canWrite={canWrite} onClose={shut} />
        ) : null}
      </div>
    </>
  );
}
