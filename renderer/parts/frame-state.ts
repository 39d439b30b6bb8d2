// What every page may know about the frame: workbook, day, person, unit of money; the shell provides it.
import { createContext, useContext, useMemo } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { MoneyUnit } from "../../shared/domain/money.ts";

export type BookState = "saved" | "checking" | "attention" | "readOnly";

export interface Workbook {
  name: string;
  state: BookState;
  /** Why it needs attention or is read-only; shown on hover and in the status line. */
  note?: string;
  zone: string;
}

export interface FrameState {
  workbook: Workbook | null;
  /** The real day in the workbook's zone. */
  today: Day;
  /** The day that all pages show. */
  day: Day;
  /** Null: as known now. */
  knownOn: Day | null;
  unit: MoneyUnit;
  setDay(day: Day): void;
  setKnownOn(day: Day | null): void;
  setUnit(unit: MoneyUnit): void;
}

export const FrameContext = createContext<FrameState | null>(null);

export function useFrame(): FrameState {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("useFrame needs a FrameContext above it");
  return frame;
}
/** The unit of money, also outside a frame. */
export const useUnit = (): MoneyUnit => useContext(FrameContext)?.unit ?? "wan";
/**
 * What to ask the service about: the day (null: today, whose answers are stored) and the day as known on (null: now).
 * Both null is the plain present.
 */
export function useWhen(): { asOf: Day | null; knownOn: Day | null } {
  const { day, today, knownOn } = useFrame();
  return useMemo(() => ({ asOf: day === today ? null : day, knownOn }), [day, today, knownOn]);
}
