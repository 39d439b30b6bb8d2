// One row of the timeline in full: who sits there, until when they may, who follows, and its lock.
import { Button } from "antd";
import { Lock, LockOpen } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { TenureMark } from "../../parts/state-mark.tsx";
import type { TenureRow } from "../../parts/tenure-row.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

interface RowPanelProps {
  row: TenureRow;
  /** Where its master data stands. */
  href: string;
  isPost: boolean;
  onLock: (() => void) | null;
  /** Somebody for the first empty days; null: none are empty. */
  onFill: ((at: { x: number; y: number }) => void) | null;
  onPick(key: string): void;
  onClose(): void;
}

export function RowPanel(props: RowPanelProps): ReactNode {
  const { row } = props;
  const { rotation, tables } = useWords();
  const formats = useFormats();
  const [since] = [...row.bars].reverse();
  const planned = row.planned ?? [];
  return (
    <SidePanel
      id="rotation.row"
      startWidth={360}
      label={row.name}
      title={row.name}
      tags={<span className="q-second">{row.note}</span>}
      onClose={props.onClose}
      foot={
        <>
          {props.onLock ? (
            <Button icon={row.isLocked ? <LockOpen size={14} /> : <Lock size={14} />} onClick={props.onLock}>
              {row.isLocked ? rotation.unlock : props.isPost ? rotation.lockPost : rotation.lockPerson}
            </Button>
          ) : null}
          {props.onFill ? (
            <Button
              onClick={({ currentTarget }) => {
                const { left, top } = currentTarget.getBoundingClientRect();
                props.onFill?.({ x: left - 120, y: top - 380 });
              }}
            >
              {rotation.fill}
            </Button>
          ) : null}
        </>
      }
    >
      <Facts
        facts={[
          { name: tables.inPost, value: row.holder },
          ...(since ? [{ name: rotation.columns.startedOn, value: since.from }] : []),
          ...(row.limits[0] ? [{ name: rotation.columns.dueOn, value: row.limits[0] }] : []),
          ...(row.mark === ""
            ? []
            : [
                {
                  name: rotation.columns.left,
                  value: <TenureMark state={row.state} words={row.mark} />,
                },
              ]),
          ...(row.exemption ? [{ name: rotation.columns.exemptTo, value: row.exemption.words }] : []),
          {
            name: rotation.masterData,
            value: (
              <Link className="q-link" href={props.href}>
                {props.isPost ? rotation.openPost : rotation.openPerson}
              </Link>
            ),
          },
        ]}
      />
      <PanelSection title={rotation.nextOne} note={formats.count(planned.length)}>
        {planned.length === 0 ? (
          <p className="q-prose q-second">{row.appeal?.words ?? rotation.nobodyPlanned}</p>
        ) : (
          <ol className="q-plan-lines q-chain-list">
            {planned.map((bar) => (
              <li key={bar.key}>
                <button type="button" className="q-chain-step" onClick={() => props.onPick(bar.key)}>
                  <span className="q-muted q-small">{bar.from}</span>
                  <span>
                    <b>{bar.person}</b>{" "}
                    <span className="q-muted">{rotation.chain(formats.count(bar.chain))}</span>
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </PanelSection>
      {row.vacancies ? (
        <PanelSection title={rotation.emptyPlace}>
          <ul className="q-plan-lines">
            {row.vacancies.map(({ from, until }) => (
              <li key={from} className="q-red">
                {formats.period({ from, until })}
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
