// The question as it stands in the address, and as it is asked: both ways, so that any question can be copied and reopened.
import { useEffect, useMemo, useState } from "react";
import { isDay } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { useFrame } from "../../parts/frame-state.ts";

export const actions = ["submit", "approve", "reject", "execute"] as const;
export type Action = (typeof actions)[number];

export interface Question {
  person: string | null;
  onBehalfOf: string | null;
  /** A case no. as typed; empty: a new case. */
  case: string;
  matter: string | null;
  step: string | null;
  /** Fen; null: the case's own. */
  amount: number | null;
  /** Of a collective decision, for example; empty: none. */
  docNo: string;
  day: string;
  action: Action;
}
export interface Asking {
  question: Question;
  put: (changes: Partial<Question>) => void;
}

export function useQuestion(): Asking {
  const query = useQueryState();
  const { day: shownDay } = useFrame();
  const amount = query.get("amount");
  const day = query.get("day");
  const question: Question = {
    person: query.get("person"),
    onBehalfOf: query.get("for"),
    case: query.get("case") ?? "",
    matter: query.get("matter"),
    step: query.get("step"),
    amount: amount !== null && /^\d{1,15}$/.test(amount) ? Number(amount) : null,
    docNo: query.get("doc") ?? "",
    day: day !== null && isDay(day) ? day : shownDay,
    action: actions.find((one) => one === query.get("action")) ?? "approve",
  };
  const put: Asking["put"] = (changes) => {
    const next: Record<string, string | null> = {};
    for (const [key, value] of Object.entries(changes)) {
      const name = key === "onBehalfOf" ? "for" : key === "docNo" ? "doc" : key;
      next[name] = value === null || value === "" ? null : String(value);
    }
    if (changes.action === "approve") next.action = null;
    query.set(next, { quiet: true });
  };
  return { question, put };
}

/** What was typed, once the typing pauses: long enough for fingers, too short for eyes. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal values are the same question
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
const pauseMs = 70;

export interface StepChoice {
  id: string;
  code: string;
  name: string;
  duty: string;
}
const text = (row: SheetRow, key: string): string => {
  const value = row.values[key];
  return typeof value === "string" ? value : "";
};

/** Cases and steps to choose from, and the matter that the question is about. */
export function useGround(question: Question): {
  cases: readonly SheetRow[];
  steps: readonly StepChoice[];
  isKnownCase: boolean;
  /** Null: not known yet. False: there is nothing to ask about. */
  hasSteps: boolean | null;
  matterId: string | null;
} {
  const cases = useAsk("sheets.list", { kind: "cases", limit: 20_000 }).value?.rows ?? noRows;
  const listed = useAsk("sheets.list", { kind: "steps" }).value;
  const rows = listed?.rows ?? noRows;
  const known = useMemo(
    () => cases.find((row) => text(row, "caseNo") === question.case.trim()),
    [cases, question.case],
  );
  const matterId = known ? text(known, "matterId") : question.matter;
  const steps = useMemo(
    () =>
      rows
        .filter((row) => text(row, "matterId") === matterId)
        .toSorted(
          (a, b) =>
            Number(a.values.position) - Number(b.values.position) ||
            (text(a, "code") < text(b, "code") ? -1 : 1),
        )
        .map((row) => ({
          id: row.id,
          code: text(row, "code"),
          name: text(row, "name"),
          duty: text(row, "duty"),
        })),
    [rows, matterId],
  );
  const hasSteps = listed ? rows.length > 0 : null;
  return { cases, steps, isKnownCase: known !== undefined, hasSteps, matterId };
}
const noRows: readonly SheetRow[] = [];
