// One conflict in the panel: who and what, the course of the case with the clash on it, why, the article, the facts.
import { Button } from "antd";
import { CircleHelp, Link2, Scale } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { procurementMethods } from "../../../shared/domain/approval.ts";
import { methodChoices } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import type { ConflictDetail, ConflictRow } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { EvidenceMark, useCitationWords } from "../../parts/evidence-mark.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { CaseList } from "./case-list.tsx";
import { Courses } from "./courses.tsx";
import { EvidenceFacts } from "./evidence-facts.tsx";
import { ProofSection } from "./proof.tsx";
import { VerdictSection } from "./verdict.tsx";

interface DetailProps {
  row: ConflictRow;
  /** Opens "why not?" with the rule of this conflict; null: it is answered of today alone. */
  onWhyNot: (() => void) | null;
  onClose(): void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

function useHeadFacts(row: ConflictRow, detail: ConflictDetail | undefined): readonly Fact[] {
  const { conflicts, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const cited = useCitationWords();
  const facts: Fact[] = [
    {
      name: conflicts.people,
      value: row.people.length === 0 ? conflicts.nobody : <PersonLinks people={row.people} />,
    },
  ];
  const [first] = detail?.cases ?? [];
  if (first && detail?.cases.length === 1) {
    facts.push({
      name: conflicts.cases,
      value: (
        <>
          {first.caseNo} {first.matter}
          {common.dot}
          <Amount fen={first.amount} withUnit />
        </>
      ),
    });
    if (first.supplier) facts.push({ name: conflicts.supplier, value: first.supplier, half: true });
    const method = procurementMethods.find((one) => one === first.method);
    const name = methodChoices.find((choice) => choice.value === method)?.name;
    if (name) facts.push({ name: conflicts.method, value: say(name), half: true });
  } else if (row.cases.length > 0)
    facts.push({ name: conflicts.cases, value: row.cases.map((one) => one.caseNo).join(common.listing) });
  if (row.from)
    facts.push({ name: conflicts.overlap, value: formats.period({ from: row.from, until: row.until }) });
  if (detail)
    facts.push({
      name: conflicts.basis,
      value: (
        <>
          {cited(detail.citation)} <EvidenceMark mark={detail.citation.mark} />
          {detail.furtherSources.map(({ ruleId, citation }) => (
            <div key={ruleId}>
              {ruleId} {cited(citation)} <EvidenceMark mark={citation.mark} />
            </div>
          ))}
        </>
      ),
    });
  return facts;
}

function PersonLinks(props: { people: ConflictRow["people"] }): ReactNode {
  const { common } = useWords();
  return props.people.map((person, at) => (
    <span key={person.id}>
      {at > 0 ? common.listing : ""}
      <Link className="q-link" href={`/organisation/people?open=${person.id}`}>
        {person.name}
      </Link>
      <span className="q-muted"> {person.staffNo}</span>
    </span>
  ));
}

export function Detail(props: DetailProps): ReactNode {
  const { row } = props;
  const { conflicts, common, explain } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const { value: detail, fault, isWaiting } = useAsk("conflicts.detail", { id: row.id }, { fresh: true });
  const { value: why } = useAsk("explain.proof", { id: row.id }, { fresh: true });
  const needed = why?.proof
    ? new Set(why.proof.steps.filter((step) => step.isNeeded).map((step) => step.id))
    : null;
  const isStored = row.firstSeen !== null && row.state === "open";
  const facts = useHeadFacts(row, detail);
  const isActual = row.basis === "actual";
  // What is held comes before what was done where the holding itself is the conflict.
  const isHolding = row.kind === "never-together" || row.kind === "tenure" || row.kind === "absence";
  const copyAddress = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    toast.say({ words: conflicts.copied });
  };
  return (
    <SidePanel
      id="conflicts"
      startWidth={568}
      label={conflicts.detail}
      title={say(row.sentence)}
      tags={
        <>
          <span className="q-tag">
            {isActual ? common.actual : common.potential}
            {common.dot}
            {row.verdict && row.state === "open"
              ? explain.states[row.verdict.state]
              : common.states[row.state]}
          </span>
          <SeverityMark severity={row.severity} named />
          <span className="q-muted q-small q-nowrap">
            {row.ruleId}
            {row.firstSeen === null ? "" : common.dot + conflicts.firstSeen(formats.dayOf(row.firstSeen))}
          </span>
        </>
      }
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      foot={
        <>
          <Link href={`/settings/rules?open=${encodeURIComponent(row.ruleId)}`}>
            <Button icon={<Scale size={15} strokeWidth={1.5} />} tabIndex={-1}>
              {conflicts.openRule}
            </Button>
          </Link>
          {props.onWhyNot ? (
            <Button icon={<CircleHelp size={15} strokeWidth={1.5} />} onClick={props.onWhyNot}>
              {explain.whyNot}
            </Button>
          ) : null}
          <span className="q-grow" />
          <Button type="text" icon={<Link2 size={15} strokeWidth={1.5} />} onClick={() => void copyAddress()}>
            {conflicts.copyAddress}
          </Button>
        </>
      }
    >
      <Facts facts={facts} />
      {isStored ? <VerdictSection key={row.id} row={row} /> : null}
      {fault ? (
        fault.code === "missing" ? (
          <p className="q-prose">{conflicts.notStored}</p>
        ) : (
          <Trouble fault={fault} />
        )
      ) : null}
      {isWaiting ? <PanelSkeleton /> : null}
      {detail ? (
        <>
          {isHolding && detail.facts.length > 0 ? <EvidenceFacts facts={detail.facts} /> : null}
          {detail.cases.length > 1 ? <CaseList cases={detail.cases} /> : null}
          <Courses row={row} detail={detail} needed={needed} />
          {!isHolding && detail.facts.length > 0 ? <EvidenceFacts facts={detail.facts} /> : null}
          <p className="q-prose">
            <b>
              {conflicts.why}
              {isActual ? conflicts.suspected : conflicts.potentialQ}
            </b>{" "}
            {say(detail.plain)}
          </p>
          {why ? <ProofSection proof={why.proof} /> : null}
          {isStored ? <TriageLine row={row} /> : null}
          {detail.recordedAfterwards.map((note) => (
            <p key={note.en} className="q-prose q-amber" role="note">
              {say(note)}
            </p>
          ))}
          {detail.history.length > 0 ? (
            <PanelSection title={conflicts.history}>
              <ul className="q-facts-list">
                {detail.history.map((entry) => (
                  <li key={`${entry.at}.${entry.what.en}`}>
                    <span className="q-muted">{formats.instant(entry.at).slice(0, 16)}</span>
                    <span>{say(entry.what)}</span>
                  </li>
                ))}
              </ul>
            </PanelSection>
          ) : null}
        </>
      ) : null}
    </SidePanel>
  );
}

/** Why it stands where it does in the list. */
function TriageLine(props: { row: ConflictRow }): ReactNode {
  const { explain, common } = useWords();
  const formats = useFormats();
  const { score, money, severity, novelty, is, alike } = props.row.triage;
  const [words, n] = [explain.triage, formats.count(alike)];
  return (
    <p className="q-prose q-muted q-small">
      {words.parts(
        formats.count(score),
        formats.count(money),
        formats.count(severity),
        formats.count(novelty),
      )}
      {common.colon}
      {is === "first" ? words.first : words[is](n)}
    </p>
  );
}

const widths = [80, 64, 72, 58, 66, 74];
function PanelSkeleton(): ReactNode {
  return (
    <div style={{ padding: "8px 16px", display: "grid", gap: 18 }} aria-hidden="true">
      {widths.map((width) => (
        <span key={width} className="q-skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
