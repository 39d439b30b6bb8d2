// What belongs here, why it matters, and two ways to begin.
import { Button } from "antd";
import type { ReactNode } from "react";
import type { PageAction } from "./page-head.tsx";
import "./notes.css";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  why: string;
  primary?: PageAction;
  secondary?: PageAction;
  /** It is the whole page: its title is the page's heading. */
  isPage?: boolean;
}

export function EmptyState(props: EmptyStateProps): ReactNode {
  return (
    <div className="q-empty">
      {props.icon}
      {props.isPage ? <h1>{props.title}</h1> : <h2>{props.title}</h2>}
      <p>{props.why}</p>
      <div className="q-row">
        {props.primary ? (
          <Button type="primary" size="large" onClick={props.primary.onClick} icon={props.primary.icon}>
            {props.primary.words}
          </Button>
        ) : null}
        {props.secondary ? (
          <Button size="large" onClick={props.secondary.onClick} icon={props.secondary.icon}>
            {props.secondary.words}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
