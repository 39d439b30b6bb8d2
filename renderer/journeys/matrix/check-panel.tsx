// The design check beside the grid: potential conflicts, gaps, broken ladders, sole holders, endings; each leads to its cell.
import { Button } from "antd";
import { Wrench } from "lucide-react";
import type { ReactNode } from "react";
import type { DesignFinding } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { Mark } from "../../parts/marks.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { RepairPanel } from "./repair-panel.tsx";

export const findingTypes = ["conflict", "gap", "ladder", "sole-holder", "expiry", "split-reach"] as const;
export type FindingType = (typeof findingTypes)[number];

export function CheckPanel(props: {
  findings: readonly DesignFinding[];
  /** What they are of, for naming drafts: a matter or an area. */
  scope?: string;
  query: AddressQuery;
  onOpen(finding: DesignFinding): void;
  onClose(): void;
}): ReactNode {
  const { matrix, repair, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const conflicts = props.findings.filter((finding) => finding.type === "conflict");
  const type = findingTypes.find((one) => one === props.query.get("show")) ?? null;
  const shown = props.findings.filter((finding) => type === null || finding.type === type);
  if (props.query.get("repair") !== null)
    return (
      <RepairPanel
        conflicts={conflicts}
        scope={props.scope ?? matrix.title}
        onClose={() => props.query.set({ repair: null }, { quiet: true })}
      />
    );
  return (
    <SidePanel
      id="matrix.check"
      label={matrix.checkTitle}
      title={matrix.checkTitle}
      startWidth={348}
      onClose={props.onClose}
      foot={
        conflicts.length > 0 ? (
          <Button
            icon={<Wrench size={15} strokeWidth={1.5} />}
            onClick={() => props.query.set({ repair: "on" }, { quiet: true })}
          >
            {repair.open}
          </Button>
        ) : null
      }
    >
      <div className="q-check-types">
        <button
          type="button"
          className="q-chip"
          aria-pressed={type === null}
          onClick={() => props.query.set({ show: null }, { quiet: true })}
        >
          {common.all}
          <span className="q-chip-count">{formats.count(props.findings.length)}</span>
        </button>
        {findingTypes.map((one) => {
          const n = props.findings.filter((finding) => finding.type === one).length;
          return n === 0 ? null : (
            <button
              key={one}
              type="button"
              className="q-chip"
              aria-pressed={type === one}
              onClick={() => props.query.set({ show: one }, { quiet: true })}
            >
              {matrix.types[one]}
              <span className="q-chip-count">{formats.count(n)}</span>
            </button>
          );
        })}
      </div>
      {shown.length === 0 ? <p className="q-prose">{matrix.checkEmpty}</p> : null}
      <ul className="q-check-list">
        {shown.map((finding) => (
          <li key={`${finding.key} ${finding.evidence.map(({ id }) => id).join()}`}>
            <button type="button" onClick={() => props.onOpen(finding)}>
              {finding.type === "conflict" ? (
                <SeverityMark severity={finding.severity} />
              ) : (
                <Mark
                  shape={
                    finding.type === "gap"
                      ? "warning"
                      : finding.type === "ladder"
                        ? "warningHollow"
                        : "waiting"
                  }
                />
              )}
              <span>
                {say(finding.sentence)}
                {finding.ruleId ? <small>{finding.ruleId}</small> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
