// One cell of the matrix: every authority that the post has at the step, what clashes, and the ways to change it.
import { Button } from "antd";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useDraft } from "../../data/draft.ts";
import type { DesignFinding } from "../../data/types.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { AuthorityEnding } from "./authority-ending.tsx";
import { CellHistory } from "./cell-history.tsx";
import { FindingList } from "./finding-list.tsx";
import { speaksOf, type ViewCell, type ViewMatter, type ViewPost } from "./scope.ts";

interface CellPanelProps {
  matter: ViewMatter;
  step: ViewMatter["steps"][number];
  /** Null: a column of a person. */
  post: ViewPost | null;
  cells: readonly ViewCell[];
  findings: readonly DesignFinding[];
  canWrite: boolean;
  onAdd(): void;
  onChange(cell: ViewCell): void;
  onClose(): void;
}

export function CellPanel(props: CellPanelProps): ReactNode {
  const { matter, step, post, cells } = props;
  const { matrix, operators, common } = useWords();
  const { isNeeded: isDrafting } = useDraft();
  const say = useText();
  const spoken = props.findings.filter((finding) => cells.some((cell) => speaksOf(finding, cell)));
  const name = post?.name ?? cells[0]?.person?.name ?? "";
  const title = `${name} · ${step.name}`;
  return (
    <SidePanel
      id="matrix.cell"
      label={matrix.cell}
      startWidth={400}
      title={title}
      tags={
        <>
          <DutyGlyph duty={step.dutyType} named />
          <span className="q-muted q-small q-ellipsis">
            {matter.name} · {say(step.dutyName)}
          </span>
        </>
      }
      onClose={props.onClose}
      foot={
        props.canWrite ? (
          <Button icon={<Plus size={15} strokeWidth={1.75} />} onClick={props.onAdd}>
            {cells.length === 0 ? matrix.addHere : matrix.addTier}
          </Button>
        ) : undefined
      }
    >
      {post ? (
        <Facts
          facts={[
            {
              name: common.holder,
              value:
                post.holders.length === 0
                  ? "—"
                  : post.holders.map((person, at) => (
                      <span key={person.id}>
                        {at > 0 ? common.listing : ""}
                        <Link className="q-link" href={`/organisation/people?open=${person.id}`}>
                          {person.name}
                        </Link>
                        <span className="q-muted"> {person.staffNo}</span>
                      </span>
                    )),
            },
            {
              name: common.post,
              value: (
                <Link className="q-link" href={`/organisation/posts?open=${post.id}`}>
                  {post.name}
                </Link>
              ),
            },
          ]}
        />
      ) : null}
      {cells.length === 0 ? <p className="q-prose">{matrix.cellEmpty}</p> : null}
      {cells.map((cell) => (
        <AuthorityFacts
          key={cell.authorityId}
          cell={cell}
          words={title}
          canWrite={props.canWrite}
          onChange={() => props.onChange(cell)}
        />
      ))}
      {spoken.length > 0 ? (
        <PanelSection title={matrix.checkTitle}>
          <FindingList findings={spoken} />
        </PanelSection>
      ) : null}
      <CellHistory
        stepId={step.id}
        postId={post?.id ?? null}
        personId={post ? null : (cells[0]?.person?.id ?? null)}
      />
      {props.canWrite ? (
        <p className="q-prose">{isDrafting ? operators.secondPerson : matrix.noSecond}</p>
      ) : null}
    </SidePanel>
  );
}

function AuthorityFacts(props: {
  cell: ViewCell;
  words: string;
  canWrite: boolean;
  onChange(): void;
}): ReactNode {
  const { cell } = props;
  const { matrix, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const facts: Fact[] = [
    {
      name: matrix.range,
      value:
        cell.over === null && cell.upTo === null
          ? common.unlimited
          : `${formats.range(cell, unit)} ${common[unit]}`,
    },
    { name: matrix.term, value: formats.period(cell) },
    { name: matrix.grant, value: matrix.grants[cell.grant] },
  ];
  if (cell.level) facts.push({ name: matrix.level, value: common.levels[cell.level] });
  if (cell.docNo) facts.push({ name: matrix.document, value: cell.docNo });
  const marks = [cell.isCollective ? matrix.collective : "", cell.isSubDelegable ? matrix.subDelegable : ""]
    .filter(Boolean)
    .join(common.dot);
  return (
    <PanelSection title={cell.code} note={marks}>
      <Facts facts={facts} />
      {props.canWrite ? (
        <div className="q-row" style={{ padding: "0 16px 10px" }}>
          <Button onClick={props.onChange}>{common.change}</Button>
          <AuthorityEnding id={cell.authorityId} words={props.words} />
        </div>
      ) : null}
    </PanelSection>
  );
}
