// The body of the comparison: one block a subject, a line where branches say something, tinted where they differ.
import type { ReactNode } from "react";
import type { Effect } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Branch, Comparison, Saying } from "./compare-model.ts";

interface BlockProps<Said> {
  title: string;
  rows: readonly Saying<Said>[];
  branches: readonly Branch[];
  chosen: string | null;
  /** What a branch that says it says. */
  cell(said: Said): ReactNode;
}

function Block<Said>(props: BlockProps<Said>): ReactNode {
  const { changes: words } = useWords();
  const formats = useFormats();
  const { branches } = props;
  const mark = (at: number) => (branches[at]?.view.set.id === props.chosen ? { "data-chosen": "" } : {});
  return (
    <tbody>
      <tr className="q-compare-head">
        <th scope="rowgroup">{props.title}</th>
        {branches.map(({ view }, at) => (
          <td key={view.set.id} {...mark(at)}>
            <b className="q-strong">
              {words.comparePlace(formats.count(props.rows.filter((row) => row.by[at] !== null).length))}
            </b>
          </td>
        ))}
      </tr>
      {props.rows.map((row) => (
        <tr key={row.key} {...(row.differs ? { "data-differs": "" } : {})}>
          <td />
          {row.by.map((said, at) => (
            <td key={branches[at]?.view.set.id} {...mark(at)}>
              {said === null ? <span className="q-muted">—</span> : props.cell(said)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

export function CompareTable(props: {
  branches: readonly Branch[];
  comparison: Comparison;
  chosen: string | null;
}): ReactNode {
  const { comparison, branches, chosen } = props;
  const { changes: words, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const rows = words.compareRows;
  const shared = { branches, chosen };
  const answer = (state: Effect["staffing"][number]["before"], minimum: number | null): string =>
    minimum === null ? words.effect.answers[state] : words.effect.minimum(formats.count(minimum));
  return (
    <>
      <Block {...shared} title={rows.edits} rows={comparison.edits} cell={(line) => say(line.sentence)} />
      <Block
        {...shared}
        title={rows.appearing}
        rows={comparison.appearing}
        cell={(one) => (
          <span className="q-compare-finding">
            <SeverityMark severity={one.severity} />
            <span>
              {say(one.sentence)} <span className="q-muted">{one.ruleId}</span>
            </span>
          </span>
        )}
      />
      <Block
        {...shared}
        title={rows.vanishing}
        rows={comparison.vanishing}
        cell={(one) => (
          <span className="q-second">
            {say(one.sentence)} <span className="q-muted">{one.ruleId}</span>
          </span>
        )}
      />
      <Block
        {...shared}
        title={rows.staffing}
        rows={comparison.staffing}
        cell={(one) => (
          <>
            {one.matterName}{" "}
            <span className="q-muted">
              {one.upTo === null
                ? words.effect.whole
                : `${formats.range({ over: null, upTo: one.upTo }, unit)} ${common[unit]}`}
            </span>
            <br />
            {answer(one.before, one.minimumBefore)} →{" "}
            <b className={one.after === "impossible" ? "q-strong q-red" : "q-strong"}>
              {answer(one.after, one.minimumAfter)}
            </b>
          </>
        )}
      />
      <Block
        {...shared}
        title={rows.people}
        rows={comparison.people}
        cell={(one) => (
          <>
            <b className="q-strong">{one.name}</b> <span className="q-muted">{one.staffNo}</span>
            {one.gains.map((line) => (
              <span key={`+${line.en}`} className="q-compare-line">
                {words.effect.gains} {say(line)}
              </span>
            ))}
            {one.loses.map((line) => (
              <span key={`-${line.en}`} className="q-compare-line">
                {words.effect.loses} {say(line)}
              </span>
            ))}
          </>
        )}
      />
      {comparison.delegations.length > 0 ? (
        <Block
          {...shared}
          title={rows.delegations}
          rows={comparison.delegations}
          cell={(one) => say(one.sentence)}
        />
      ) : null}
    </>
  );
}
