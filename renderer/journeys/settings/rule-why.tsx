// Why a rule is as it is: its source and how well that is known, facts that break it and facts that keep it, its versions.
import type { ReactNode } from "react";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { changesOf } from "../../../shared/rules/reading/changes.ts";
import { draftOf } from "../../../shared/rules/reading/draft.ts";
import type { Names } from "../../../shared/rules/reading/say.ts";
import type { Answered } from "../../data/names.ts";
import { EvidenceMark, useCitationWords } from "../../parts/evidence-mark.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

/** What rules of the unit's own are stored with where no paper is named. */
const ownSource = "本单位规定";

type Opened = Answered<"studio.open">;

export function RuleWhy(props: {
  rule: Pick<Rule, "citation" | "plain">;
  preview: Answered<"studio.preview"> | undefined;
}): ReactNode {
  const { rules, studio, common } = useWords();
  const say = useText();
  const cited = useCitationWords();
  const { citation, plain } = props.rule;
  // A rule of the unit's own that names no paper is said by its mark alone.
  const isBareOwn = citation.source === ownSource;
  return (
    <PanelSection title={studio.why}>
      <p className="q-why-source">
        {say(plain)}{" "}
        <span className="q-muted">
          {rules.basis}
          {common.colon}
        </span>
        {isBareOwn ? null : `${cited(citation)} `}
        <EvidenceMark mark={citation.mark} />
      </p>
      <div className="q-why-stories">
        {props.preview?.example ? <Story title={rules.example} story={props.preview.example.story} /> : null}
        {props.preview?.counterExample ? (
          <Story title={rules.counterExample} story={props.preview.counterExample.story} />
        ) : null}
      </div>
    </PanelSection>
  );
}

function Story(props: { title: string; story: readonly Text[] }): ReactNode {
  const say = useText();
  return (
    <div>
      <h4>{props.title}</h4>
      <ol>
        {props.story.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a story may repeat and never move
          <li key={at}>{say(line)}</li>
        ))}
      </ol>
    </div>
  );
}

export function RuleVersions(props: { opened: Opened; names: Names }): ReactNode {
  const { studio, rules, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { versions, starter, row } = props.opened;
  const told = (before: Rule, after: Rule): string =>
    changesOf(draftOf(before), draftOf(after), props.names)
      .map((change) => {
        const [was, is] = [change.before, change.after].map((words) => (words ? say(words) : common.none));
        return `${say(change.name)}${common.colon}${was} → ${is}`;
      })
      .join(common.dot);
  const sinceStarter = starter && versions.length > 1 ? told(starter, row.rule) : "";
  return (
    <PanelSection title={studio.versions} note={row.pack === "own" ? rules.own : row.pack}>
      <ol className="q-versions">
        {versions.map(({ version, rule, isInUse, recordedAt, recordedBy }, at) => {
          const earlier = versions[at + 1];
          return (
            <li key={version} data-used={isInUse}>
              <b>{studio.version(formats.count(version))}</b>
              <span>
                {isInUse
                  ? rule.inForce.from || rule.inForce.until
                    ? formats.period({ from: rule.inForce.from ?? "…", until: rule.inForce.until })
                    : rules.always
                  : at === 0
                    ? studio.stopped
                    : studio.replaced}
                <span className="q-muted">
                  {common.dot}
                  {studio.recorded(recordedBy, formats.instant(recordedAt).slice(0, 16))}
                </span>
                <br />
                {earlier ? told(earlier.rule, rule) : studio.first}
              </span>
            </li>
          );
        })}
      </ol>
      {sinceStarter ? (
        <p className="q-effect-note q-muted">
          {studio.sinceStarter}
          {common.colon}
          {sinceStarter}
        </p>
      ) : null}
    </PanelSection>
  );
}
