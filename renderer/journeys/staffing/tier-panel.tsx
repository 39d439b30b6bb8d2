// One tier beside the table: who could do it, or why nobody can; whom it cannot do without; what would mend it; and the same without some people.
import { Button } from "antd";
import { Fragment, type ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { TierDetail, TierStaffing } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useFrame, useWhen } from "../../parts/frame-state.ts";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { Advice } from "./advice.tsx";
import { StatusMark } from "./status-mark.tsx";
import { TakeOut } from "./take-out.tsx";
import { useTierWords } from "./tier-words.ts";
import { WitnessList } from "./witness-list.tsx";

const shownPairs = 8;

export function TierPanel(props: {
  row: TierStaffing;
  query: AddressQuery;
  onClose(): void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}): ReactNode {
  const { query } = props;
  const { staffing } = useWords();
  const words = useTierWords();
  const { day } = useFrame();
  const { knownOn } = useWhen();
  const without = (query.get("without") ?? "").split(",").filter(Boolean);
  const { matterId, upTo } = props.row;
  const { value, fault, isWaiting } = useAsk(
    "staffing.tier",
    { day, knownOn, matterId, upTo, without },
    { fresh: true },
  );
  // Until the detail is there, what the table knows; with people taken out that would be about others.
  const row = value ?? (without.length === 0 ? props.row : null);
  return (
    <SidePanel
      id="staffing"
      startWidth={460}
      label={staffing.panel}
      title={staffing.title(props.row.matter, words.wholeTier(props.row))}
      tags={
        row ? <StatusMark status={row.status} /> : <span className="q-muted">{staffing.pairsWaiting}</span>
      }
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      foot={
        <Link href={`/matrix?matter=${encodeURIComponent(matterId)}`}>
          <Button tabIndex={-1}>{staffing.seeMatrix}</Button>
        </Link>
      }
    >
      <TakeOut
        taken={without}
        onChange={(ids) => query.set({ without: ids.length > 0 ? ids.join(",") : null }, { quiet: true })}
      />
      <Trouble fault={fault} />
      {row ? <Answer row={row} /> : null}
      {row?.status === "staffed" ? <Pairs row={value ?? null} isWaiting={isWaiting} /> : null}
      {value ? <Advice detail={value} /> : null}
      {value && value.join.length > 0 ? <Join detail={value} /> : null}
      {row && row.witness.length > 0 ? <WitnessList row={row} /> : null}
    </SidePanel>
  );
}

function Answer(props: { row: TierStaffing }): ReactNode {
  const { staffing } = useWords();
  const words = useTierWords();
  const say = useText();
  const { row } = props;
  if (row.status === "impossible")
    return (
      <PanelSection
        title={staffing.reason}
        end={row.isReasonSmallest ? staffing.reasonSmallest : staffing.reasonIrreducible}
      >
        <ul className="q-staffing-reason">
          {row.reason.map((line) => (
            <li key={line.en}>{say(line)}</li>
          ))}
        </ul>
      </PanelSection>
    );
  if (row.status === "undecided") return <p className="q-note-line">{staffing.statusWhy.undecided}</p>;
  return (
    <Facts
      facts={[
        {
          name: staffing.minimum,
          value: (
            <>
              {words.people(row)}{" "}
              <span className="q-muted">{row.isMinimumProved ? staffing.proved : staffing.notProved}</span>
            </>
          ),
        },
        {
          name: staffing.irreplaceable,
          value:
            row.irreplaceable.length > 0 ? (
              <>
                <span className="q-amber">{words.names(row)}</span>{" "}
                {row.isResilienceProved ? null : (
                  <span className="q-muted">{staffing.irreplaceableUnproved}</span>
                )}
              </>
            ) : row.isResilienceProved ? (
              staffing.irreplaceableNone
            ) : (
              staffing.irreplaceableUnproved
            ),
        },
      ]}
    />
  );
}

function Pairs(props: { row: TierDetail | null; isWaiting: boolean }): ReactNode {
  const { staffing, common } = useWords();
  const formats = useFormats();
  const { row } = props;
  const pairs = row?.pairs ?? [];
  return (
    <PanelSection title={staffing.pairs} note={row && pairs.length > 0 ? formats.count(pairs.length) : null}>
      <p className="q-note-line">
        {row === null
          ? props.isWaiting
            ? staffing.pairsWaiting
            : common.none
          : pairs.length === 0
            ? row.isResilienceProved
              ? staffing.pairsNone
              : staffing.irreplaceableUnproved
            : pairs.slice(0, shownPairs).map(([one, other], at) => (
                <Fragment key={`${one.id} ${other.id}`}>
                  {at > 0 ? common.listing : ""}
                  <span className="q-nowrap">{staffing.pairOf(one.name, other.name)}</span>
                </Fragment>
              ))}
        {pairs.length > shownPairs
          ? `${common.comma}${staffing.pairsMore(formats.count(pairs.length - shownPairs))}`
          : ""}
      </p>
    </PanelSection>
  );
}

/** Small unit: what to give up at least harm, and what watches then. */
function Join(props: { detail: TierDetail }): ReactNode {
  const { staffing } = useWords();
  const say = useText();
  return (
    <PanelSection title={staffing.join} note={staffing.joinNote}>
      <p className="q-note-line">{staffing.joinWhy}</p>
      <ul className="q-staffing-join">
        {props.detail.join.map((one) => (
          <li key={one.ruleId}>
            <b>{say(one.sentence)}</b>
            <dl>
              <dt>{staffing.joinControl}</dt>
              <dd>{say(one.control)}</dd>
              <dt>{staffing.joinSource}</dt>
              <dd>{say(one.source)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
