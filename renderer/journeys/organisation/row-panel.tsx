// The panel of one row: its fields; for a person or a post everything else that speaks of it.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useWhen } from "../../parts/frame-state.ts";
import type { FieldValues } from "../../parts/row-values.ts";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { TenureMark } from "../../parts/state-mark.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useCellWords } from "./cell-words.ts";
import { Ending } from "./ending.tsx";
import { Related } from "./related.tsx";

interface RowPanelProps {
  kind: SheetKind;
  row: SheetRow;
  /** Opens the form of a row (null: a new one with these columns fixed). */
  onEdit(kind: SheetKind, row: SheetRow | null, fixed: FieldValues): void;
  onClose(): void;
}

export const titleOf = (kind: SheetKind, row: SheetRow): string => {
  const own = row.values.name ?? row.values.code ?? row.values.day;
  if (typeof own === "string" && own !== "") return own;
  const labels = sheetOf(kind).columns.flatMap((column) => row.labels[column.key]?.name ?? []);
  return labels.slice(0, 2).join(" · ") || row.id;
};

export function RowPanel(props: RowPanelProps): ReactNode {
  const { kind, row, onEdit } = props;
  const { organisation } = useWords();
  const say = useText();
  const cells = useCellWords();
  const readOnly = useReadOnly();
  const sheet = sheetOf(kind);
  const title = titleOf(kind, row);
  const facts: Fact[] = sheet.columns.flatMap((column) => {
    const text = cells.text(row, column);
    if (text === "" || text === title) return [];
    return [
      {
        name: say(column.to && column.to !== kind ? sheetOf(column.to).name : column.name),
        value:
          column.to && column.to !== "duties" ? (
            <ReferenceLink to={column.to} row={row} field={column.key} />
          ) : (
            text
          ),
      },
    ];
  });
  const open = (of: SheetKind) => (found: SheetRow) => onEdit(of, found, {});
  return (
    <SidePanel
      id="organisation"
      label={organisation.detail}
      title={title}
      tags={
        <>
          <span className="q-tag">{say(sheet.name)}</span>
          {row.values.isSystem === true ? <span className="q-tag">{organisation.system}</span> : null}
          {row.values.isKey === true ? (
            <span className="q-tag" data-tone="accent">
              {organisation.key}
            </span>
          ) : null}
        </>
      }
      onClose={props.onClose}
      foot={
        readOnly ? undefined : (
          <>
            <Button onClick={() => onEdit(kind, row, {})}>{organisation.change}</Button>
            <Ending kind={kind} id={row.id} words={title} onGone={props.onClose} />
          </>
        )
      }
    >
      <Facts facts={facts} />
      {kind === "people" ? (
        <>
          <Tenures personId={row.id} postId={null} />
          <Related
            kind="assignments"
            title={organisation.assignments}
            by={["personId"]}
            id={row.id}
            show={["postId", "kind", "docNo"]}
            addWords={organisation.assign}
            onAdd={() => onEdit("assignments", null, { personId: row.id })}
            onOpen={open("assignments")}
          />
          <PersonConflicts personId={row.id} />
          <Related
            kind="qualifications"
            title={organisation.qualifications}
            by={["personId"]}
            id={row.id}
            show={["code"]}
            onAdd={() => onEdit("qualifications", null, { personId: row.id })}
            onOpen={open("qualifications")}
          />
          <Related
            kind="relations"
            title={organisation.relations}
            by={["personId", "otherPersonId"]}
            id={row.id}
            show={["type", "personId", "otherPersonId", "supplierId"]}
            onAdd={() => onEdit("relations", null, { personId: row.id })}
            onOpen={open("relations")}
          />
          <Related
            kind="absences"
            title={organisation.absences}
            by={["personId"]}
            id={row.id}
            show={["personId"]}
            onAdd={() => onEdit("absences", null, { personId: row.id })}
            onOpen={open("absences")}
          />
        </>
      ) : null}
      {kind === "posts" ? (
        <>
          <Tenures personId={null} postId={row.id} />
          <Related
            kind="assignments"
            title={organisation.holders}
            by={["postId"]}
            id={row.id}
            show={["personId", "kind", "docNo"]}
            addWords={organisation.addHolder}
            onAdd={() => onEdit("assignments", null, { postId: row.id })}
            onOpen={open("assignments")}
          />
          <Related
            kind="post-duties"
            title={organisation.duties}
            by={["postId"]}
            id={row.id}
            show={["duty"]}
            onAdd={() => onEdit("post-duties", null, { postId: row.id })}
            onOpen={open("post-duties")}
          />
          <Related
            kind="authorities"
            title={organisation.authorities}
            by={["postId"]}
            id={row.id}
            show={["stepId", "matterId", "upTo"]}
            onOpen={open("authorities")}
          />
        </>
      ) : null}
    </SidePanel>
  );
}

function ReferenceLink(props: { to: SheetKind; row: SheetRow; field: string }): ReactNode {
  const id = props.row.values[props.field];
  const label = props.row.labels[props.field];
  if (typeof id !== "string") return null;
  return (
    <>
      <Link className="q-link" href={`/organisation/${props.to}?open=${id}`}>
        {label?.name ?? id}
      </Link>
      {label && label.code !== label.name ? <span className="q-muted"> {label.code}</span> : null}
    </>
  );
}

function Tenures(props: { personId: string | null; postId: string | null }): ReactNode {
  const { organisation, overview, common } = useWords();
  const formats = useFormats();
  const when = useWhen();
  const rows = (
    useAsk("rotation.ledger", { day: when.asOf, knownOn: when.knownOn }).value?.rows ?? []
  ).filter((row) => row.person.id === props.personId || row.post.id === props.postId);
  if (rows.length === 0) return null;
  return (
    <PanelSection title={organisation.tenure}>
      <ul className="q-related">
        {rows.map((row) => (
          <li key={`${row.person.id}.${row.post.id}`}>
            <Link
              className="q-link"
              href={
                props.postId === null
                  ? `/organisation/posts?open=${row.post.id}`
                  : `/organisation/people?open=${row.person.id}`
              }
            >
              {props.postId === null ? row.post.name : row.person.name}
            </Link>
            <span className="q-second q-grow">{organisation.due(row.dueOn)}</span>
            <TenureMark
              state={row.state}
              words={
                row.state === "exempt"
                  ? common.tenure.exempt
                  : row.daysLeft < 0
                    ? overview.daysLate(formats.count(-row.daysLeft))
                    : overview.daysLeft(formats.count(row.daysLeft))
              }
            />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function PersonConflicts(props: { personId: string }): ReactNode {
  const { organisation } = useWords();
  const formats = useFormats();
  const say = useText();
  const when = useWhen();
  const rows = (useAsk("conflicts.list", when).value?.rows ?? []).filter((row) =>
    row.people.some((person) => person.id === props.personId),
  );
  if (rows.length === 0) return null;
  return (
    <PanelSection
      title={organisation.conflicts}
      note={formats.count(rows.length)}
      end={
        <Link className="q-link" href={`/conflicts?person=${props.personId}`}>
          {organisation.seeAll}
        </Link>
      }
    >
      <ul className="q-related">
        {rows.slice(0, 5).map((row) => (
          <li key={row.id}>
            <SeverityMark severity={row.severity} />
            <Link
              className="q-link q-ellipsis q-grow"
              title={say(row.sentence)}
              href={`/conflicts?open=${encodeURIComponent(row.id)}`}
            >
              {say(row.title)}
            </Link>
            <span className="q-muted">{row.day}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
