// From a template to a matter in force (or in the open draft): template, name and posts, ladder, preview.
import { Button } from "antd";
import { X } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useDraft } from "../../../data/draft.ts";
import type { MatrixView } from "../../../data/types.ts";
import { useFrame } from "../../../parts/frame-state.ts";
import { StepBar } from "../../../parts/step-bar.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useLanguage, useWords } from "../../../parts/words.tsx";
import { namedBy, useApply } from "../apply.ts";
import { type Draft, editsOf, lacksOf, startDraft } from "./draft.ts";
import { LadderStep } from "./ladder-step.tsx";
import { PostsStep } from "./posts-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { TemplateStep } from "./template-step.tsx";
import "./wizard.css";

const stepKeys = ["template", "posts", "ladder", "preview"] as const;
type StepKey = (typeof stepKeys)[number];
/** What has to be answered before a step is left. */
const asked: Record<StepKey, ReadonlySet<string>> = {
  template: new Set(),
  posts: new Set(["name", "code", "code-taken", "steps"]),
  ladder: new Set(["ladder", "tier"]),
  preview: new Set(),
};

export function Wizard(props: {
  view: MatrixView;
  onClose(): void;
  /** The matter's code: its id is known once the view is asked again. */
  onMade(code: string): void;
}): ReactNode {
  const { view } = props;
  const { matterTemplate, common } = useWords();
  const { day } = useFrame();
  const say = useText();
  const language = useLanguage();
  const { apply, isBusy, fault } = useApply();
  const { isNeeded: isDrafting } = useDraft();
  const [at, setAt] = useState<StepKey>("template");
  const [draft, setDraft] = useState<Draft | null>(null);
  const edits = useMemo(
    () => (draft && at === "preview" ? editsOf(draft, language, () => crypto.randomUUID()) : []),
    [draft, at, language],
  );
  const lacking = draft ? lacksOf(draft, view).filter((lack) => asked[at].has(lack)) : [];
  const next = stepKeys[stepKeys.indexOf(at) + 1];
  const save = async (): Promise<void> => {
    if (!draft) return;
    const name = namedBy((named) => named.template(draft.name.trim()));
    if (!(await apply(edits, name))) return;
    // What went into a draft is not in the matrix yet.
    if (isDrafting) props.onClose();
    else props.onMade(draft.code.trim());
  };
  return (
    <div className="q-page q-wizard">
      <header className="q-wizard-head">
        <h1>
          {matterTemplate.title}
          {draft ? <small>{say(draft.template.title)}</small> : null}
        </h1>
        <StepBar
          label={matterTemplate.progress}
          steps={stepKeys.map((key) => ({ key, words: matterTemplate.steps[key] }))}
          now={at}
          onBack={(key) => setAt(stepKeys.find((one) => one === key) ?? at)}
        />
        <button
          type="button"
          className="q-icon-button"
          aria-label={common.close}
          title={common.close}
          onClick={props.onClose}
        >
          <X size={16} strokeWidth={1.5} />
        </button>
      </header>
      <div className="q-wizard-body">
        {at === "template" || !draft ? (
          <TemplateStep
            onChoose={(template) => {
              setDraft(draft?.template === template ? draft : startDraft(template, view, day));
              setAt("posts");
            }}
          />
        ) : at === "posts" ? (
          <PostsStep draft={draft} view={view} onChange={setDraft} />
        ) : at === "ladder" ? (
          <LadderStep draft={draft} view={view} onChange={setDraft} />
        ) : (
          <PreviewStep draft={draft} view={view} edits={edits} />
        )}
      </div>
      <footer className="q-wizard-foot">
        <Trouble fault={fault} />
        <span className="q-second q-grow" aria-live="polite">
          {at === "template" ? "" : lacking.map((lack) => matterTemplate.lacks[lack]).join(" ")}
        </span>
        {at === "template" ? null : (
          <Button onClick={() => setAt(stepKeys[stepKeys.indexOf(at) - 1] ?? "template")}>
            {common.back}
          </Button>
        )}
        {at === "template" || next === undefined ? null : (
          <Button type="primary" disabled={lacking.length > 0} onClick={() => setAt(next)}>
            {common.next}
          </Button>
        )}
        {at === "preview" ? (
          <Button type="primary" loading={isBusy} onClick={() => void save()}>
            {isDrafting ? matterTemplate.saveDraft : matterTemplate.save}
          </Button>
        ) : null}
      </footer>
    </div>
  );
}
