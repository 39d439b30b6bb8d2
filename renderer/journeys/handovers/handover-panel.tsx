// One handover: the parties, the list to hand over, special grants, signatures, what is still missing, and its next step.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { FollowUpSection } from "./follow-up-section.tsx";
import { GrantList } from "./grant-list.tsx";
import { ItemList } from "./item-list.tsx";
import { PartiesForm } from "./parties-form.tsx";
import { Reopening } from "./reopening.tsx";
import { SignatureList } from "./signature-list.tsx";
import { StateWords } from "./state-words.tsx";

export function HandoverPanel(props: { id: string; onClose(): void }): ReactNode {
  const { handovers: words } = useWords();
  const { value: view, fault, again } = useAsk("handovers.view", { id: props.id });
  const { common } = useWords();
  if (!view)
    return (
      <SidePanel id="handovers.one" label={words.title} title={words.title} onClose={props.onClose}>
        {fault ? (
          <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
        ) : (
          <PageSkeleton />
        )}
      </SidePanel>
    );
  return <Opened view={view} onClose={props.onClose} />;
}

function Opened(props: { view: HandoverView; onClose(): void }): ReactNode {
  const { view } = props;
  const { handovers: words, common } = useWords();
  const say = useText();
  const formats = useFormats();
  const toast = useToast();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("handovers.start");
  const start = useTell("handovers.start");
  const close = useTell("handovers.close");
  const canWrite = readOnly === null;
  const isLive = view.state !== "closed" && view.state !== "retracted";
  const isOpen = view.state === "running" || view.state === "ready";
  const finish = async (): Promise<void> => {
    if (await close.tell({ id: view.id })) toast.say({ words: words.closedSaid });
  };
  return (
    <SidePanel
      id="handovers.one"
      startWidth={520}
      label={words.title}
      title={`${view.post.name}${common.colon}${view.giver.name} → ${view.taker?.name ?? words.nobody}`}
      tags={
        <>
          <span className="q-tag">
            <StateWords state={view.state} />
          </span>
          {view.stuck ? (
            <span className="q-tag" data-tone="red">
              {words.stuck[view.stuck]}
            </span>
          ) : null}
        </>
      }
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={() => navigate(`/reports?what=handover&paper=${encodeURIComponent(view.id)}`)}>
            {words.print}
          </Button>
          {canWrite && view.may.reopen === null ? <Reopening id={view.id} /> : null}
          {canWrite && view.state === "planned" ? (
            <Button type="primary" disabled={start.isBusy} onClick={() => void start.tell({ id: view.id })}>
              {words.start}
            </Button>
          ) : null}
          {canWrite && isLive && view.state !== "planned" ? (
            <Button
              type="primary"
              disabled={view.may.close !== null || close.isBusy}
              title={view.may.close ? say(view.may.close) : ""}
              onClick={() => void finish()}
            >
              {words.close}
            </Button>
          ) : null}
        </>
      }
    >
      <Trouble fault={start.fault ?? close.fault} />
      <Facts
        facts={[
          { name: words.columns.giver, value: `${view.giver.name} ${view.giver.staffNo}`, half: true },
          { name: words.columns.department, value: view.post.department, half: true },
          { name: words.columns.from, value: view.from, half: true },
          { name: words.columns.lastDay, value: view.lastDay, half: true },
          ...(view.setId === null
            ? []
            : [
                {
                  name: words.columns.set,
                  value: (
                    <Link className="q-link" href={`/matrix/changes/${view.setId}`}>
                      {view.setNumber ?? "—"}
                    </Link>
                  ),
                },
              ]),
          ...(view.remark === "" ? [] : [{ name: words.note, value: view.remark }]),
        ]}
      />
      {isLive && view.lacks.length > 0 && view.state !== "planned" ? (
        <PanelSection title={words.lacks} note={formats.count(view.lacks.length)}>
          <ul className="q-done-list">
            {view.lacks.map((lack) => (
              <li key={lack.en}>{say(lack)}</li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      <PartiesForm
        key={`${view.id}.${view.state}`}
        view={view}
        canWrite={canWrite && view.state !== "signed" && isLive}
      />
      {view.list.length > 0 ? (
        <ItemList view={view} canWrite={canWrite && isOpen && view.signatures.length === 0} />
      ) : null}
      {view.grants.length > 0 ? <GrantList view={view} canWrite={canWrite && isLive} /> : null}
      {view.state === "planned" || view.state === "running" ? null : <SignatureList view={view} />}
      <FollowUpSection view={view} canWrite={canWrite && view.state !== "retracted"} />
      {view.reopened.length > 0 ? (
        <ul className="q-done-list q-muted">
          {view.reopened.map(({ at, by, reason }) => (
            <li key={at}>
              {formats.instant(at).slice(0, 16)} {words.reopened(by, reason)}
            </li>
          ))}
        </ul>
      ) : null}
    </SidePanel>
  );
}
