// A part of a ladder beside it: who may approve, the cases in it, the surroundings of a limit, what the rules found.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Fen } from "../../../shared/domain/money.ts";
import { useAsk } from "../../data/ask.ts";
import type { AmountFinding, LadderRow } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import type { LadderPart } from "./ladder-line.tsx";

/** The amounts whose cases are listed for a part. */
const amountsOf = (part: LadderPart): { over: Fen | null; upTo: Fen | null } =>
  part.kind === "bound"
    ? { over: Math.floor((part.upTo * 8) / 10), upTo: part.upTo }
    : { over: part.over === 0 ? null : part.over, upTo: part.upTo };

export function LadderPanel(props: {
  row: LadderRow;
  part: LadderPart;
  findings: readonly AmountFinding[];
  asked: AskedPeriod;
  onClose(): void;
}): ReactNode {
  const { row, part } = props;
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const amounts = amountsOf(part);
  const { value, fault } = useAsk(
    "analysis.tierCases",
    { ...props.asked, matterId: row.matter.id, ...amounts },
    { fresh: true },
  );
  const piece =
    part.kind === "piece"
      ? row.pieces.find(({ over, upTo }) => over === part.over && upTo === part.upTo)
      : null;
  const bound = part.kind === "bound" ? row.bounds.find(({ upTo }) => upTo === part.upTo) : null;
  const findings =
    part.kind === "bound" ? props.findings.filter(({ ceiling }) => ceiling === part.upTo) : props.findings;
  return (
    <SidePanel
      id="ladders"
      startWidth={460}
      label={analysis.tierPanel}
      title={`${row.matter.name} / ${row.step.name}`}
      tags={<span className="q-tag">{analysis.piece(formats.range(amounts, unit), common[unit])}</span>}
      onClose={props.onClose}
      foot={
        <Link href={`/matrix?matter=${encodeURIComponent(row.matter.id)}`}>
          <Button tabIndex={-1}>{analysis.editMatrix}</Button>
        </Link>
      }
    >
      {piece ? (
        <Facts
          facts={[
            {
              name: analysis.levelsOf,
              value:
                piece.is === "gap" ? (
                  <span className="q-amber">{analysis.nobodyApproves}</span>
                ) : (
                  piece.levels.map((level) => common.levels[level]).join(common.listing) || analysis.personal
                ),
            },
            ...(piece.is === "overlap" ? [{ name: analysis.overlap, value: analysis.severalApprove }] : []),
            ...(piece.authorities.length > 0
              ? [
                  {
                    name: analysis.holders,
                    value: [...new Set(piece.authorities.map(({ holder }) => holder))].join(common.listing),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {bound ? (
        <PanelSection
          title={analysis.boundTitle}
          note={analysis.boundNote(formats.count(bound.near), formats.count(bound.below))}
        >
          <BoundBars bins={bound.bins} label={analysis.boundAxis} />
        </PanelSection>
      ) : null}
      {findings.length > 0 ? <Leads findings={findings} /> : null}
      <Trouble fault={fault} />
      {value ? (
        <PanelSection
          title={analysis.casesIn}
          note={analysis.casesInNote(formats.count(value.cases.length + value.more))}
          end={common[unit]}
        >
          {value.cases.length === 0 ? <p className="q-note-line">{analysis.noCasesIn}</p> : null}
          <ul className="q-facts-list">
            {value.cases.map((one) => (
              <li key={one.id}>
                <span className="q-second q-nowrap">{one.day}</span>
                <b className="q-strong q-nowrap">{one.caseNo}</b>
                <span className="q-grow q-ellipsis q-second">
                  {[one.requester?.name, one.supplier].filter(Boolean).join(common.dot)}
                </span>
                <Amount fen={one.amount} />
              </li>
            ))}
          </ul>
          {value.more > 0 ? (
            <p className="q-note-line">{analysis.casesMore(formats.count(value.more))}</p>
          ) : null}
        </PanelSection>
      ) : null}
      <Proof row={row} />
    </SidePanel>
  );
}

/** From 70 % to 130 % of the limit; the line between the sixth and the seventh bar is the limit. */
function BoundBars(props: { bins: readonly number[]; label: string }): ReactNode {
  const top = Math.max(1, ...props.bins);
  return (
    <div className="q-bound-bars" role="img" aria-label={`${props.label}: ${props.bins.join(", ")}`}>
      {props.bins.map((cases, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place on the axis
        <span key={at} data-at={at < 2 ? "far" : at < 4 ? "below" : at < 6 ? "near" : "over"}>
          <small>{cases > 0 ? cases : ""}</small>
          <i style={{ height: `${(cases / top) * 48}px` }} />
        </span>
      ))}
      <em>{props.label}</em>
    </div>
  );
}

function Leads(props: { findings: readonly AmountFinding[] }): ReactNode {
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  return (
    <PanelSection title={analysis.leadsTitle} note={formats.count(props.findings.length)} end={analysis.lead}>
      <ul className="q-facts-list">
        {props.findings.map((one) => (
          <li key={`${one.ruleId}.${one.cases.map(({ id }) => id).join()}`} className="q-stacked">
            <span>
              <SeverityMark severity={one.severity} />{" "}
              <b className="q-strong">{analysis.leadTests[one.test]}</b>{" "}
              <span className="q-second">
                {analysis.leadSum(
                  formats.count(one.cases.length),
                  formats.sum(one.sum ?? 0, unit),
                  formats.moneyWithUnit(one.ceiling, unit),
                )}
              </span>
            </span>
            <span>{say(one.sentence)}</span>
            <span className="q-second q-small">
              {one.cases.map(({ caseNo }) => caseNo).join(common.listing)}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Proof(props: { row: LadderRow }): ReactNode {
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  return (
    <PanelSection
      title={analysis.proofTitle}
      note={analysis.proofPieces(formats.count(props.row.pieces.length))}
      end={common[unit]}
    >
      <ul className="q-facts-list">
        {props.row.pieces.map((piece) => (
          <li key={piece.over}>
            <span className="q-nowrap q-proof-range">
              {formats.range({ over: piece.over === 0 ? null : piece.over, upTo: piece.upTo }, unit)}
            </span>
            <span className="q-grow q-second q-ellipsis">
              {[...new Set(piece.authorities.map(({ holder }) => holder))].join(common.listing)}
            </span>
            <span className={piece.is === "covered" ? "q-muted" : "q-amber"}>{analysis[piece.is]}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
