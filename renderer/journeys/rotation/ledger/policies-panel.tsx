// The unit's own rotation policies: one a risk grade, and posts that have their own; changed through the sheet, so drafts where a second person must see them.
import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useAsk } from "../../../data/ask.ts";
import { useTell } from "../../../data/tell.ts";
import type { PolicyRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { writtenToast } from "../../../data/written.ts";
import { PanelSection, SidePanel } from "../../../parts/side-panel.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { PolicyEditor } from "./policy-editor.tsx";

const now = {};

export function PoliciesPanel(props: { canWrite: boolean; onClose(): void }): ReactNode {
  const said = useWords();
  const { tenure, common } = said;
  const formats = useFormats();
  const toast = useToast();
  const undo = useUndo();
  const policies = useAsk("tenure.policies", now);
  const remove = useTell("sheets.remove");
  const [editing, setEditing] = useState<PolicyRow | null>(null);
  if (editing) return <PolicyEditor row={editing} onClose={() => setEditing(null)} />;
  const rows = policies.value?.rows ?? [];
  const free = (policies.value?.posts ?? []).filter((post) => !rows.some((row) => row.post?.id === post.id));
  const drop = async (row: PolicyRow): Promise<void> => {
    if (row.id === null) return;
    const done = await remove.tell({ kind: "tenure-policies", id: row.id });
    if (done) toast.say(writtenToast(done, tenure.policyDropped, undo, said));
  };
  const months = (n: number | null): string => (n === null ? "—" : tenure.months(formats.count(n)));
  const shown = (row: PolicyRow): ReactNode => (
    <div key={row.id ?? row.riskGrade} className="q-tenure-policy">
      <div className="q-row">
        <b className="q-strong">{row.post ? row.post.name : common.risk[row.riskGrade]}</b>
        <span className="q-muted q-small">
          {row.post ? row.post.department : tenure.governs(formats.count(row.posts))}
        </span>
        <span className="q-grow" />
        {props.canWrite && row.post ? (
          <Button size="small" loading={remove.isBusy} onClick={() => void drop(row)}>
            {tenure.dropOwn}
          </Button>
        ) : null}
        {props.canWrite ? (
          <Button size="small" onClick={() => setEditing(row)}>
            {row.id === null ? tenure.setPolicy : tenure.changePolicy}
          </Button>
        ) : null}
      </div>
      {row.id === null ? (
        <p className="q-amber">{tenure.unset}</p>
      ) : (
        <dl>
          {(
            [
              [tenure.facts.limit, months(row.limitMonths)],
              [tenure.facts.minStay, months(row.minStayMonths)],
              [tenure.facts.coolingOff, months(row.coolingOffMonths)],
              [tenure.facts.notice, tenure.days(formats.count(row.noticeDays ?? 0))],
              [tenure.facts.overlap, tenure.workingDays(formats.count(row.overlapDays ?? 5))],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
  const own = rows.filter(({ post }) => post !== null);
  return (
    <SidePanel
      id="tenure-policies"
      startWidth={520}
      label={tenure.policyTitle}
      title={tenure.policyTitle}
      onClose={props.onClose}
    >
      <p className="q-prose">{tenure.policyWhy}</p>
      <Trouble fault={policies.fault ?? remove.fault} />
      {rows.filter(({ post }) => post === null).map(shown)}
      <PanelSection title={tenure.ownPolicy} note={formats.count(own.length)}>
        {props.canWrite && free.length > 0 ? (
          <div className="q-tenure-policy">
            <Select<string>
              aria-label={tenure.choosePost}
              placeholder={tenure.choosePost}
              value={null}
              showSearch={{ optionFilterProp: "label" }}
              options={free.map((post) => ({ value: post.id, label: `${post.name} · ${post.department}` }))}
              onChange={(id) => {
                const post = free.find((one) => one.id === id);
                const start = rows.find((row) => row.post === null && row.riskGrade === post?.riskGrade);
                if (post)
                  setEditing({
                    limitMonths: null,
                    minStayMonths: 12,
                    coolingOffMonths: 24,
                    noticeDays: 30,
                    overlapDays: null,
                    ...start,
                    id: null,
                    riskGrade: post.riskGrade ?? "high",
                    post,
                    posts: 1,
                  });
              }}
            />
          </div>
        ) : null}
        {own.map(shown)}
      </PanelSection>
    </SidePanel>
  );
}
