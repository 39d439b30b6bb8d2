// Says how many rules SQL has checked a second time; a disagreement is a defect of the program, in red, to take away.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Day } from "../../shared/domain/day.ts";
import type { Text } from "../../shared/domain/text.ts";
import { useTableExporter } from "./table-export.ts";
import { useText } from "./text.ts";
import { useFormats, useWords } from "./words.tsx";
import "./second-opinion.css";

interface Defect {
  ruleId: string;
  ruleVersion: number;
  title: Text;
  groupKey: string;
  subject: string;
  anchor: string;
  about: string;
  engineDay: Day | null;
  sqlDay: Day | null;
}
interface Opinion {
  rules: number;
  twice: number;
  once: readonly { ruleId: string; title: Text; reason: Text }[];
  disagreements: number;
  disputed: readonly string[];
  defects: readonly Defect[];
}
interface SecondOpinionProps {
  opinion: Opinion | null;
  canRun: boolean;
  isBusy: boolean;
  onRun(): void;
}
const shown = 5;

export function SecondOpinionLine(props: SecondOpinionProps): ReactNode {
  const { secondOpinion: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const { opinion } = props;
  if (!opinion && !props.canRun) return null;
  if (!opinion)
    return (
      <div className="q-opinion">
        <Button size="small" onClick={props.onRun} loading={props.isBusy} title={words.why}>
          {words.run}
        </Button>
        <span className="q-muted">{words.why}</span>
      </div>
    );
  if (opinion.disagreements > 0) return <DefectNote opinion={opinion} />;
  return (
    <div className="q-opinion" role="status">
      <span>{words.agrees(formats.count(opinion.rules), formats.count(opinion.twice))}</span>
      {opinion.once.length > 0 ? (
        <details>
          <summary>{words.once(formats.count(opinion.once.length))}</summary>
          <ul>
            {opinion.once.map((one) => (
              <li key={one.ruleId}>
                <Link className="q-link" href={`/settings/rules?open=${encodeURIComponent(one.ruleId)}`}>
                  {one.ruleId} {say(one.title)}
                </Link>{" "}
                {say(one.reason)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function DefectNote({ opinion }: { opinion: Opinion }): ReactNode {
  const { secondOpinion: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const exporter = useTableExporter();
  const told = (day: Day | null): string => (day === null ? words.notFound : words.found(day));
  const values = opinion.defects.map((one) => [
    one.ruleId,
    one.ruleVersion,
    say(one.title),
    one.about,
    one.groupKey,
    one.subject,
    one.anchor,
    one.engineDay,
    one.sqlDay,
  ]);
  const take = (): void =>
    exporter?.take(
      words.exportTitle,
      {
        columns: [
          { key: "rule", title: words.columns.rule, type: "text" },
          { key: "version", title: words.columns.version, type: "integer" },
          { key: "title", title: words.columns.title, type: "text" },
          { key: "about", title: words.columns.about, type: "text" },
          { key: "group", title: words.columns.group, type: "text" },
          { key: "subject", title: words.columns.subject, type: "text" },
          { key: "anchor", title: words.columns.anchor, type: "text" },
          { key: "engine", title: words.columns.engine, type: "day" },
          { key: "sql", title: words.columns.sql, type: "day" },
        ],
        rows: values.map((cells) => cells.map((value) => (value === null ? "" : String(value)))),
        values,
        filters: [],
      },
      "xlsx",
    );
  return (
    <div className="q-opinion-defect" role="alert">
      <div>
        <p>
          <b className="q-strong q-red">
            {words.defect(formats.count(opinion.disputed.length), formats.count(opinion.disagreements))}
          </b>
        </p>
        <p>{words.todo}</p>
        <ul>
          {opinion.defects.slice(0, shown).map((one) => (
            <li key={JSON.stringify([one.ruleId, one.ruleVersion, one.groupKey, one.subject, one.anchor])}>
              {words.line(`${one.ruleId} ${say(one.title)}`, one.about)}
              {words.sides(told(one.engineDay), told(one.sqlDay))}
            </li>
          ))}
          {opinion.disagreements > shown ? (
            <li className="q-muted">{words.more(formats.count(opinion.disagreements - shown))}</li>
          ) : null}
        </ul>
      </div>
      <Button danger onClick={take}>
        {words.export}
      </Button>
    </div>
  );
}
