// Handovers, notices and follow-ups as stored rows, each with its body read.
import {
  type FollowUp,
  followUpBodySchema,
  followUpKinds,
  followUpStates,
  type Handover,
  handoverBodySchema,
  handoverStates,
  type Notice,
  noticeBodySchema,
  noticeStates,
} from "../../../shared/domain/handover.ts";
import { idReader, type Recorder, type Row, rowOf, rowsOf } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";

/** One of the words that a column may hold. */
function oneOf<Word extends string>(words: readonly Word[], cell: unknown): Word {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw new Error(`"${cell}" is none of ${words.join(", ")}`);
  return found;
}
const text = (cell: unknown): string | null => (cell === null || cell === undefined ? null : String(cell));

const handoverIn = (row: Row): Handover => ({
  id: row.id,
  giverId: String(row.giverId),
  postId: String(row.postId),
  takerId: text(row.takerId),
  from: String(row.from),
  lastDay: String(row.lastDay),
  state: oneOf(handoverStates, row.state),
  body: handoverBodySchema.parse(JSON.parse(String(row.body))),
});
const noticeIn = (row: Row): Notice => ({
  id: row.id,
  moverId: String(row.moverId),
  recipientId: String(row.recipientId),
  moveDay: String(row.moveDay),
  dueOn: String(row.dueOn),
  state: oneOf(noticeStates, row.state),
  body: noticeBodySchema.parse(JSON.parse(String(row.body))),
});
const followUpIn = (row: Row): FollowUp => ({
  id: row.id,
  kind: oneOf(followUpKinds, row.kind),
  personId: String(row.personId),
  postId: String(row.postId),
  dueOn: String(row.dueOn),
  state: oneOf(followUpStates, row.state),
  body: followUpBodySchema.parse(JSON.parse(String(row.body))),
});

const byDay =
  <T>(day: (one: T) => string) =>
  (a: T, b: T): number =>
    day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;
/** The first last day first. */
export const handoversOf = ({ db }: Desk): Handover[] =>
  rowsOf(db(), "handovers", idReader(db()))
    .map(handoverIn)
    .sort(byDay(({ lastDay }) => lastDay));
/** The first due first. */
export const noticesOf = ({ db }: Desk): Notice[] =>
  rowsOf(db(), "notices", idReader(db()))
    .map(noticeIn)
    .sort(byDay(({ dueOn }) => dueOn));
export const followUpsOf = ({ db }: Desk): FollowUp[] =>
  rowsOf(db(), "follow-ups", idReader(db()))
    .map(followUpIn)
    .sort(byDay(({ dueOn }) => dueOn));
export const storedHandover = ({ db }: Desk, id: string): Handover | null => {
  const row = rowOf(db(), "handovers", id);
  return row && handoverIn(row);
};
export const storedNotice = ({ db }: Desk, id: string): Notice | null => {
  const row = rowOf(db(), "notices", id);
  return row && noticeIn(row);
};
export const storedFollowUp = ({ db }: Desk, id: string): FollowUp | null => {
  const row = rowOf(db(), "follow-ups", id);
  return row && followUpIn(row);
};

const values = <T extends { id: string; body: object }>({ id: _, body, ...row }: T) => ({
  ...row,
  body: JSON.stringify(body),
});
type Paper =
  | { kind: "handovers"; row: Handover }
  | { kind: "notices"; row: Notice }
  | { kind: "follow-ups"; row: FollowUp };
/** Inside a change: a first version under an id made beforehand, or the next one. */
export function recordPaper(recorder: Recorder, paper: Paper, isNew = false): void {
  const { kind, row } = paper;
  if (isNew) recorder.add(kind, row.id, values(row));
  else {
    recorder.supersede(kind, row.id);
    recorder.insert(kind, row.id, values(row));
  }
}
