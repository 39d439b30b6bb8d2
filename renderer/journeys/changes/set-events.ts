// What happened to a change set, in order: who, when, and in whose words.
import type { ChangeView } from "../../data/types.ts";

export interface SetEvent {
  what: "made" | ChangeView["history"][number]["act"];
  who: string;
  /** Epoch milliseconds. */
  at: number;
  /** The reason given, if any. */
  why: string;
}

export const eventsOf = ({ set, history }: Pick<ChangeView, "set" | "history">): SetEvent[] => [
  { what: "made", who: set.madeBy, at: set.madeAt, why: "" },
  ...history.map(({ act, by, at, words }) => ({ what: act, who: by, at, why: words })),
];
