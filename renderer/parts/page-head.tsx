// The head of a page: one sentence that states the finding, at most four figures, one primary button.
import { Button } from "antd";
import { Fragment, type ReactNode } from "react";
import { Link } from "wouter";
import "./page-head.css";

/** A piece of the finding; with `href` or `onClick` it is a link. */
export interface FindingPart {
  words: string;
  href?: string;
  onClick?: () => void;
}
export type Finding = readonly (string | FindingPart)[];

export interface KeyFigure {
  name: string;
  figure: string;
  note?: string;
  tone?: "red" | "amber" | "green";
  href?: string;
  onClick?: () => void;
}

export interface PageAction {
  words: string;
  onClick(): void;
  disabled?: boolean;
  busy?: boolean;
  icon?: ReactNode;
  /** Why it is disabled, or what it will do. */
  hint?: string;
}

interface PageHeadProps {
  finding: Finding;
  /** At most four. */
  figures?: readonly KeyFigure[];
  primary?: PageAction;
  secondary?: readonly PageAction[];
  /** Before the secondary buttons: a menu of what is seldom needed. */
  more?: ReactNode;
  /** `whole`: what the words are short for, on hover. */
  why?: { words: string; whole?: string; link?: string; onClick?: () => void };
}

function linked(words: ReactNode, to: { href?: string; onClick?: () => void }): ReactNode {
  if (to.href) return <Link href={to.href}>{words}</Link>;
  if (to.onClick)
    return (
      <button type="button" onClick={to.onClick}>
        {words}
      </button>
    );
  return words;
}

export function PageHead(props: PageHeadProps): ReactNode {
  const figures = (props.figures ?? []).slice(0, 4);
  return (
    <section className="q-head">
      <h1 className="q-finding">
        <span>
          {props.finding.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity
            <Fragment key={at}>{typeof part === "string" ? part : linked(part.words, part)}</Fragment>
          ))}
        </span>
      </h1>
      <div className="q-head-actions">
        {props.more}
        {props.secondary?.map((action) => (
          <Button
            key={action.words}
            onClick={action.onClick}
            disabled={action.disabled ?? false}
            loading={action.busy ?? false}
            icon={action.icon}
            title={action.hint ?? ""}
          >
            {action.words}
          </Button>
        ))}
        {props.primary ? (
          <Button
            type="primary"
            size="large"
            style={{ fontWeight: 600 }}
            onClick={props.primary.onClick}
            disabled={props.primary.disabled ?? false}
            loading={props.primary.busy ?? false}
            icon={props.primary.icon}
            title={props.primary.hint ?? ""}
          >
            {props.primary.words}
          </Button>
        ) : null}
      </div>
      {figures.length > 0 || props.why ? (
        <div className="q-figures">
          <dl>
            {figures.map((figure) => (
              <div key={figure.name}>
                <dt>{figure.name}</dt>
                <dd className={figure.tone ? `q-${figure.tone}` : ""}>
                  {linked(figure.figure, figure)}
                  {figure.note ? <small>{figure.note}</small> : null}
                </dd>
              </div>
            ))}
          </dl>
          {props.why ? (
            <div className="q-why" title={props.why.whole ?? props.why.words}>
              <span>{props.why.words}</span>
              {props.why.link ? (
                <button type="button" className="q-link" onClick={props.why.onClick}>
                  {props.why.link}
                </button>
              ) : null}
            </div>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
