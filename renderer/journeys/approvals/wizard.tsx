// The import wizard: files, columns (or a log's mapping and duties), a verdict for every row, and what came of it.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { GrantedFile, Offer } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { StepBar } from "../../parts/step-bar.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { DutiesStep } from "./duties-step.tsx";
import { FilesStep } from "./files-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { PairsStep } from "./pairs-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import type { WizardState } from "./wizard-state.ts";

const tableSteps = ["files", "columns", "preview", "done"] as const;
const logSteps = ["files", "mapping", "duties", "preview", "pairs"] as const;

export default function Wizard(): ReactNode {
  const { imports } = useWords();
  const query = useQueryState();
  const [state, setState] = useState<WizardState>({ step: "files", files: [] });
  const open = useTell("imports.open");
  const discard = useTell("imports.discard");

  const offer = async (files: readonly GrantedFile[]): Promise<void> => {
    setState({ step: "files", files });
    const found = await open.tell({ grants: files.map((file) => file.grant) }, { label: imports.opening });
    if (found) setState({ step: "columns", files, offer: found });
  };
  // A file dropped anywhere arrives as a grant in the address.
  const dropped = query.get("grants");
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (dropped === null || taken.current === dropped) return;
    taken.current = dropped;
    const names = query.get("names")?.split("/") ?? [];
    const files = dropped.split(",").map((grant, at) => ({ grant, name: names[at] ?? "" }));
    query.set({ grants: null, names: null }, { quiet: true });
    void offer(files);
  });

  const leave = (given: Offer): void => {
    void discard.tell({ id: given.id });
    setState({ step: "files", files: [] });
  };
  const isLog =
    state.step === "mapping" ||
    state.step === "duties" ||
    state.step === "pairs" ||
    (state.step === "preview" && state.log !== null);
  const steps = isLog ? logSteps : tableSteps;
  const files = "files" in state ? state.files.map((file) => file.name).join("、") : "";
  const back = (key: string): void => {
    if (key === "files" && "offer" in state) leave(state.offer);
    if (key === "columns" && state.step === "preview")
      setState({ step: "columns", files: state.files, offer: state.offer });
    if ((key === "mapping" || key === "duties") && (state.step === "preview" || state.step === "duties")) {
      const log = state.step === "preview" ? state.log : state;
      if (log) setState({ step: key, files: state.files, offer: state.offer, ...log });
    }
  };
  const canGoBack = state.step !== "done" && state.step !== "pairs";
  return (
    <div className="q-page">
      <StepBar
        label={imports.stepsLabel}
        steps={steps.map((key) => ({
          key,
          words: imports.steps[key],
          ...(key === "files" && files ? { note: files } : {}),
        }))}
        now={state.step}
        {...(canGoBack ? { onBack: back } : {})}
      />
      <Trouble fault={open.fault} />
      {state.step === "files" ? (
        <FilesStep files={state.files} isBusy={open.isBusy} onFiles={(chosen) => void offer(chosen)} />
      ) : state.step === "columns" ? (
        <ColumnsStep
          state={state}
          onState={setState}
          onAddFile={(file) => void offer([...state.files, file])}
        />
      ) : state.step === "mapping" ? (
        <MappingStep state={state} onState={setState} />
      ) : state.step === "duties" ? (
        <DutiesStep state={state} onState={setState} />
      ) : state.step === "preview" ? (
        <PreviewStep
          state={state}
          onState={setState}
          onBack={() => back(state.log ? "mapping" : "columns")}
        />
      ) : state.step === "pairs" ? (
        <PairsStep state={state} />
      ) : (
        <DoneStep state={state} onAgain={() => setState({ step: "files", files: [] })} />
      )}
    </div>
  );
}
