// The same of every selected authority: days, document, kind, collective, sub-delegable; one change, told beforehand.
import { Button, Input, Select } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { type GrantKind, grantKinds } from "../../../shared/domain/authority.ts";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import { DayField } from "../../parts/day-field.tsx";
import { PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { namedBy, useApply } from "./apply.ts";
import { type Ground, putTerms, type Terms } from "./cell-edits.ts";
import { EditPreview } from "./edit-preview.tsx";
import type { ViewCell } from "./scope.ts";

interface Answers {
  lastDay: Day | null;
  docNo: string;
  grant: GrantKind | null;
  isCollective: boolean | null;
  isSubDelegable: boolean | null;
}
const nothing: Answers = { lastDay: null, docNo: "", grant: null, isCollective: null, isSubDelegable: null };

function termsOf(answers: Answers): Partial<Terms> {
  const { lastDay, docNo, grant, isCollective, isSubDelegable } = answers;
  return {
    ...(lastDay === null ? {} : { until: addDays(lastDay, 1) }),
    ...(docNo.trim() === "" ? {} : { docNo: docNo.trim() }),
    ...(grant === null ? {} : { grant }),
    ...(isCollective === null ? {} : { isCollective }),
    ...(isSubDelegable === null ? {} : { isSubDelegable }),
  };
}

export function BulkEditor(props: {
  ground: Ground;
  cells: readonly ViewCell[];
  onClose(): void;
}): ReactNode {
  const { ground, cells } = props;
  const { matrix, matrixWork, common } = useWords();
  const formats = useFormats();
  const [answers, setAnswers] = useState(nothing);
  const { apply, isBusy, fault } = useApply();
  const count = formats.count(cells.length);
  const edits = useMemo(() => {
    const terms = termsOf(answers);
    return Object.keys(terms).length === 0 ? [] : putTerms(ground, cells, terms);
  }, [answers, ground, cells]);
  const flag = (key: "isCollective" | "isSubDelegable", label: string): ReactNode => (
    <div className="q-field">
      <span className="q-field-name">{label}</span>
      <Select<string>
        aria-label={label}
        value={answers[key] === null ? "keep" : String(answers[key])}
        options={[
          { value: "keep", label: matrixWork.keep },
          { value: "true", label: matrixWork.yes },
          { value: "false", label: matrixWork.no },
        ]}
        onChange={(next) => setAnswers({ ...answers, [key]: next === "keep" ? null : next === "true" })}
      />
    </div>
  );
  const save = async (): Promise<void> => {
    if (
      await apply(
        edits,
        namedBy((named) => named.bulk(count)),
      )
    )
      props.onClose();
  };
  return (
    <SidePanel
      id="matrix.cell"
      startWidth={400}
      label={matrixWork.bulk}
      title={matrixWork.bulkTitle(count)}
      onClose={props.onClose}
      foot={
        <Button type="primary" disabled={edits.length === 0} loading={isBusy} onClick={() => void save()}>
          {common.save}
        </Button>
      }
    >
      <Trouble fault={fault} />
      <PanelSection title={matrixWork.bulk}>
        <p className="q-prose">{matrixWork.bulkWhy}</p>
        <div className="q-form">
          <div className="q-field">
            <span className="q-field-name">{matrixWork.lastDay}</span>
            <DayField
              label={matrixWork.lastDay}
              value={answers.lastDay}
              clearable
              placeholder={matrixWork.keep}
              earliest={ground.day}
              onChange={(lastDay) => setAnswers({ ...answers, lastDay })}
            />
          </div>
          <div className="q-field">
            <label htmlFor="bulk-doc">{matrix.document}</label>
            <Input
              id="bulk-doc"
              value={answers.docNo}
              placeholder={matrixWork.keep}
              onChange={({ target }) => setAnswers({ ...answers, docNo: target.value })}
            />
          </div>
          <div className="q-field">
            <span className="q-field-name">{matrix.grant}</span>
            <Select<string>
              aria-label={matrix.grant}
              value={answers.grant ?? "keep"}
              options={[
                { value: "keep", label: matrixWork.keep },
                ...grantKinds.map((kind) => ({ value: kind, label: matrix.grants[kind] })),
              ]}
              onChange={(next) =>
                setAnswers({ ...answers, grant: grantKinds.find((kind) => kind === next) ?? null })
              }
            />
          </div>
          {flag("isCollective", matrix.collective)}
          {flag("isSubDelegable", matrix.subDelegable)}
        </div>
      </PanelSection>
      <EditPreview edits={edits} />
    </SidePanel>
  );
}
