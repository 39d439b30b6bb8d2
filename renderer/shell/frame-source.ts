// What the frame shows beside the pages: workbook, person, counts, status words, what the palette finds.
import { type ComponentType, createContext, useContext } from "react";
import type { Workbook } from "../parts/frame-state.ts";
import type { Journey } from "./journeys.ts";

export interface PaletteEntry {
  id: string;
  /** Shown and searched; pinyin and its initials are found as well. */
  words: string;
  note?: string;
  group: string;
  /** An address to go to, or something to do. */
  go: string | (() => void);
}

export interface FrameSource {
  workbook: Workbook | null;
  /** Now, epoch milliseconds; today is its day in the workbook's zone. */
  now: number;
  /** The chooser of who is at work; null: there is nobody to choose. */
  Seat: ComponentType | null;
  /** Numbers beside rail entries; `alarming` shows as a dot when folded. */
  counts: Partial<Record<Journey["key"], { n: number; alarming: boolean }>>;
  /** Left and right words of the status line while nothing runs. */
  status: { left: string; right: string };
  find: (query: string) => readonly PaletteEntry[];
}

export const noSource: Omit<FrameSource, "now"> = {
  workbook: null,
  Seat: null,
  counts: {},
  status: { left: "", right: "" },
  find: () => [],
};

export const FrameSourceContext = createContext<FrameSource>({ ...noSource, now: 0 });
export const useFrameSource = (): FrameSource => useContext(FrameSourceContext);
