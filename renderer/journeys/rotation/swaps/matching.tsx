// Matching the offers of several units: files in, cycles out, one answer to save for each file.
import { Button } from "antd";
import { ArrowRight, FilePlus2, Workflow, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useData } from "../../../data/provider.tsx";
import { useTell } from "../../../data/tell.ts";
import type { GrantedFile, SwapMatchingView } from "../../../data/types.ts";
import { DropZone } from "../../../parts/drop-zone.tsx";
import { EmptyState } from "../../../parts/empty-state.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { useSavedFile } from "./use-file.ts";

export function Matching(props: { tools: ReactNode }): ReactNode {
  const { swaps } = useWords();
  const { match: words } = swaps;
  const formats = useFormats();
  const { shell } = useData();
  const match = useTell("swaps.match");
  const answer = useTell("swaps.saveProposals");
  const saveFile = useSavedFile();
  const [files, setFiles] = useState<readonly GrantedFile[]>([]);
  const [view, setView] = useState<SwapMatchingView | null>(null);
  const { tell } = match;
  const grants = files.map(({ grant }) => grant);
  useEffect(() => {
    let isCurrent = true;
    setView(null);
    if (files.length > 0)
      void tell({ grants: files.map(({ grant }) => grant) }).then((found) => {
        if (isCurrent) setView(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [files, tell]);
  const add = (more: readonly (GrantedFile | null)[]): void =>
    setFiles((before) => [...before, ...more.flatMap((file) => file ?? [])]);
  const choose = async (): Promise<void> => add([await shell.chooseFile("json")]);
  const drop = (
    <DropZone
      hint={words.emptyTitle}
      onFiles={(dropped) => void Promise.all(dropped.map((file) => shell.dropFile(file))).then(add)}
    />
  );
  if (files.length === 0)
    return (
      <>
        {drop}
        <div className="q-swap-tools">{props.tools}</div>
        <EmptyState
          icon={<Workflow size={32} strokeWidth={1.25} />}
          title={words.emptyTitle}
          why={words.emptyWhy}
          primary={{ words: words.addFile, onClick: () => void choose() }}
        />
      </>
    );
  return (
    <>
      {drop}
      <PageHead
        finding={[
          view ? words.finding(formats.count(view.matched), formats.count(view.offers)) : words.files,
        ]}
        why={{ words: words.why }}
        {...(view
          ? {
              figures: [
                {
                  name: words.cycles,
                  figure: formats.count(view.cycles.length),
                  note: view.isBest ? words.best : words.notBest(formats.count(view.atMost)),
                },
              ],
            }
          : {})}
        primary={{
          words: words.addFile,
          icon: <FilePlus2 size={15} strokeWidth={1.5} />,
          busy: match.isBusy,
          onClick: () => void choose(),
        }}
      />
      <Trouble fault={match.fault ?? answer.fault} />
      <div className="q-swap-tools">{props.tools}</div>
      <div className="q-swap-match">
        <table aria-label={words.files}>
          <thead>
            <tr>
              <th>{words.file}</th>
              <th>{words.label}</th>
              <th className="q-num">{words.offers}</th>
              <th className="q-num">{words.matched}</th>
              <th aria-label={words.saveAnswer} />
            </tr>
          </thead>
          <tbody>
            {view
              ? view.files.map((file, at) => (
                  <tr key={file.name}>
                    <td>{file.name}</td>
                    <td>{file.label ?? "—"}</td>
                    <td className="q-num">{formats.count(file.offers)}</td>
                    <td className="q-num">{formats.count(file.matched)}</td>
                    <td className="q-num">
                      <Button
                        size="small"
                        onClick={() =>
                          void saveFile(swaps.answerFile(file.name.replace(/\.json$/i, "")), (grant) =>
                            answer.tell({ grants, file: at, grant }),
                          )
                        }
                      >
                        {words.saveAnswer}
                      </Button>
                    </td>
                  </tr>
                ))
              : files.map((file) => (
                  <tr key={file.grant}>
                    <td>{file.name}</td>
                    <td>—</td>
                    <td />
                    <td />
                    <td className="q-num">
                      <Button
                        size="small"
                        aria-label={`${words.remove} ${file.name}`}
                        icon={<X size={14} />}
                        onClick={() => setFiles(files.filter((one) => one !== file))}
                      >
                        {words.remove}
                      </Button>
                    </td>
                  </tr>
                ))}
          </tbody>
        </table>
        {view?.cycles.map((cycle, at) => (
          <section
            key={cycle.stops[0]?.offerId}
            className="q-swap-cycle"
            aria-label={words.cycle(String(at + 1))}
          >
            <b className="q-strong">{words.cycle(String(at + 1))}</b>
            <span className="q-second">{cycle.month}</span>
            {cycle.stops.map((stop) => (
              <span key={stop.offerId} className="q-row">
                <span className="q-tag">
                  {words.stop(view.files[stop.file]?.name ?? "?", swaps.classes[stop.postClass])}
                </span>
                <ArrowRight size={14} strokeWidth={1.5} aria-label={words.arrow} />
              </span>
            ))}
            <span className="q-second">{view.files[cycle.stops[0]?.file ?? -1]?.name}</span>
          </section>
        ))}
      </div>
    </>
  );
}
