// Third step: a verdict for every row before anything is written.
import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { useReceipt } from "../../parts/receipt.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { PreviewTable } from "./preview-table.tsx";
import type { WizardState } from "./wizard-state.ts";

const chips = ["all", "rejected", "corrected", "changed", "same", "added"] as const;
type Chip = (typeof chips)[number];
const mostRows = 5000;

export function PreviewStep(props: {
  state: Extract<WizardState, { step: "preview" }>;
  onState(state: WizardState): void;
  onBack(): void;
}): ReactNode {
  const { state } = props;
  const { preview, log } = state;
  const said = useWords();
  const { imports, common } = said;
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const receipts = useReceipt();
  const undo = useUndo();
  const { shell } = useData();
  const commit = useTell("imports.commit");
  const saveRejects = useTell("imports.saveRejects");
  const [chip, setChip] = useState<Chip>("all");
  const worst = [...preview.kinds].sort((a, b) => b.rejected - a.rejected || b.added - a.added)[0];
  const [kind, setKind] = useState<SheetKind | null>(worst?.kind ?? null);
  const rows = useAsk("imports.rows", {
    id: preview.id,
    kind,
    verdict: chip === "all" || chip === "corrected" ? null : chip,
    onlyCorrected: chip === "corrected",
    limit: mostRows,
  });
  const sum = (key: "added" | "changed" | "same" | "rejected" | "corrected"): number =>
    preview.kinds.reduce((total, one) => total + one[key], 0);
  const all = sum("added") + sum("changed") + sum("same") + sum("rejected");
  const coming = sum("added") + sum("changed");
  const ofKind = preview.kinds.find((one) => one.kind === kind);
  const countOf = (one: Chip): number =>
    !ofKind ? 0 : one === "all" ? ofKind.added + ofKind.changed + ofKind.same + ofKind.rejected : ofKind[one];

  const parts = [
    { n: sum("added"), words: imports.findingReady, chip: "added" as const },
    { n: sum("changed"), words: imports.findingChanged, chip: "changed" as const },
    { n: sum("corrected"), words: imports.findingCorrected, chip: "corrected" as const },
    { n: sum("same"), words: imports.findingSame, chip: "same" as const },
    { n: sum("rejected"), words: imports.findingRejected, chip: "rejected" as const },
  ].filter(({ n }) => n > 0);
  const finding: Finding = [
    imports.previewFinding(formats.count(all)),
    ...parts.flatMap(({ n, words, chip: to }, at) => [
      at === 0 ? "" : common.comma,
      { words: words(formats.count(n)), onClick: () => setChip(to) },
    ]),
    sum("rejected") > 0 ? imports.findingRest : imports.findingDone,
  ];
  const bringIn = async (): Promise<void> => {
    const done = await commit.tell({ id: preview.id }, { label: imports.importing });
    if (!done) return;
    const { change, draft } = done;
    toast.say({
      words: imports.imported(formats.count(done.added + done.changed)),
      ...(change ? { undo: () => undo(change.seq) } : {}),
    });
    if (draft) toast.say(writtenToast({ change: null, draft }, "", null, said));
    props.onState(
      log
        ? { step: "pairs", mapping: log.mapping, activities: [], committed: done }
        : { step: "done", committed: done, offerId: state.offer.id },
    );
  };
  const takeRejects = async (): Promise<void> => {
    const file = await shell.chooseSave(imports.rejectsName, "csv");
    const receipt = file && (await saveRejects.tell({ id: preview.id, grant: file.grant }));
    if (receipt) receipts.show(receipt);
  };
  return (
    <>
      <PageHead
        finding={finding}
        why={{ words: imports.undoNote }}
        primary={{
          words: coming === 0 ? imports.nothingNew : imports.import_(formats.count(coming)),
          disabled: coming === 0,
          busy: commit.isBusy,
          onClick: () => void bringIn(),
        }}
        secondary={[
          { words: log ? imports.backMapping : imports.back, onClick: props.onBack, disabled: commit.isBusy },
        ]}
      />
      <Trouble fault={commit.fault ?? saveRejects.fault ?? rows.fault} />
      {preview.faults.map((fault) => (
        <Trouble
          key={fault.message.en}
          fault={{ code: "invalid", message: fault.message, ...(fault.where ? { where: fault.where } : {}) }}
        />
      ))}
      {preview.warnings.map((warning) => (
        <p key={warning.en} className="q-warning-line">
          {say(warning)}
        </p>
      ))}
      {preview.kinds.length > 1 ? (
        <nav className="q-kind-line" aria-label={imports.kind}>
          {preview.kinds.map((one) => (
            <button
              key={one.kind}
              type="button"
              className="q-chip"
              aria-pressed={kind === one.kind}
              onClick={() => {
                setKind(one.kind);
                setChip("all");
              }}
            >
              {say(sheetOf(one.kind).name)}
              <span className="q-chip-count">
                {formats.count(one.added + one.changed + one.same + one.rejected)}
              </span>
              {one.rejected > 0 ? (
                <span className="q-amber q-small">{formats.count(one.rejected)}</span>
              ) : null}
            </button>
          ))}
        </nav>
      ) : null}
      {kind ? (
        <PreviewTable
          kind={kind}
          isLog={log !== null}
          rows={rows.value?.rows ?? []}
          total={rows.value?.total ?? 0}
          tools={chips.map((one) => {
            const n = countOf(one);
            return n === 0 && one !== "all" ? null : (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={chip === one}
                onClick={() => setChip(one)}
              >
                {imports.verdicts[one]}
                <span className="q-chip-count">{formats.count(n)}</span>
              </button>
            );
          })}
          toolsEnd={
            sum("rejected") > 0 ? (
              <button type="button" className="q-chip" onClick={() => void takeRejects()}>
                <Download size={15} strokeWidth={1.5} aria-hidden="true" />
                {imports.saveRejects(formats.count(sum("rejected")))}
              </button>
            ) : null
          }
        />
      ) : null}
    </>
  );
}
