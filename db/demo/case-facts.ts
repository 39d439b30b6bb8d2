// What a new case is about: amount with a long tail, method, category, budget project and supplier.
import type { ProcurementMethod } from "../../shared/domain/approval.ts";
import type { Fen } from "../../shared/domain/money.ts";
import type { Draft, DraftCase } from "./draft.ts";
import type { MatterType } from "./matter-types.ts";
import { tradesFor } from "./names.ts";
import type { Random } from "./random.ts";
import { dayAt } from "./workdays.ts";

/** Where the quantiles lie, in permille. */
const ranks = [0, 250, 500, 750, 950, 1000];

/** An amount between the quantiles; the upper tail thins out towards its end. */
export function drawAmount(random: Random, quantiles: readonly number[]): Fen {
  const rank = random.below(1000);
  const above = ranks.findIndex((it) => it > rank);
  const low = quantiles[above - 1] ?? 0;
  const high = quantiles[above] ?? low;
  const steps = high / Math.max(1, low) > 3 ? 3 : 1;
  let span = high - low;
  for (let step = 0; step < steps; step += 1) span = random.between(0, span);
  const yuan = low + span;
  const round = yuan >= 1_000_000 ? 1000 : yuan >= 20_000 ? 10 : 1;
  const whole = Math.max(1, Math.floor(yuan / round) * round);
  return whole * 100 + (yuan < 20_000 && random.happens(400) ? random.between(1, 99) : 0);
}

export function drawMethod(random: Random, methods: string, amount: Fen): ProcurementMethod | null {
  if (methods === "O") return "open_tender";
  if (methods === "Q") return random.pick(["inquiry", "inquiry", "inquiry", "framework", "single_source"]);
  if (methods !== "T") return null;
  if (amount >= 200_000_000) return random.happens(920) ? "open_tender" : "consultation";
  return random.pick(["negotiation", "consultation", "consultation", "open_tender", "invited_tender"]);
}

/** Lines below which people are tempted to stay, in 万元: nobody does so twice by accident. */
const temptingLines = [1, 5, 10, 20, 30, 50, 100, 200, 400];
const restDays = 400;

/** Remembers what came near which line, so that ordinary cases never crowd below one. */
export function crowding(): {
  isCrowded: (keys: readonly string[], amount: Fen, day: number) => boolean;
  note: (keys: readonly string[], amount: Fen, day: number) => void;
} {
  const seen = new Map<string, number[]>();
  const near = (amount: Fen): number | undefined =>
    temptingLines.find((line) => amount > line * 800_000 && amount <= line * 1_000_000);
  return {
    isCrowded: (keys, amount, day) => {
      const line = near(amount);
      if (line === undefined) return false;
      return keys.some((key) => seen.get(`${key}|${line}`)?.some((it) => Math.abs(it - day) < restDays));
    },
    note: (keys, amount, day) => {
      const line = near(amount);
      if (line === undefined) return;
      for (const key of keys) seen.set(`${key}|${line}`, [...(seen.get(`${key}|${line}`) ?? []), day]);
    },
  };
}

/** A budget project of that department and year that has no case of this category yet. */
export function projectCodes(random: Random): (department: string, day: number, category: string) => string {
  const taken = new Set<string>();
  return (department, day, category) => {
    for (let number = random.between(1, 40); ; number += 1) {
      const project = `XM${dayAt(day).slice(0, 4)}-${department}-${String(number).padStart(3, "0")}`;
      if (taken.has(`${project}|${category}`)) continue;
      taken.add(`${project}|${category}`);
      return project;
    }
  };
}

/** Those of the trades that sell it whom nobody in the bureau is tied to. */
export function suppliersFor(draft: Draft, category: string | null): string[] {
  const trades: readonly string[] = tradesFor(category);
  const free = draft.suppliers.filter((it) => draft.relations.every((tie) => tie.supplier !== it.code));
  const fitting = free.filter((it) => trades.includes(it.trade));
  return (fitting.length > 0 ? fitting : free).map((it) => it.code);
}

/** Few suppliers get many cases, many get few. */
export function drawSupplier(draft: Draft, matter: MatterType, category: string | null): string | null {
  if (!matter.hasSupplier) return null;
  const open = suppliersFor(draft, category);
  const last = open.length - 1;
  return open[Math.min(draft.random.between(0, last), draft.random.between(0, last))] ?? null;
}

const twoYears = 731;
/** Remembers who dealt with whom, so that no ordinary requester or single source leans on one supplier. */
export function dealings(): {
  /** A third case of that requester with that supplier in that year. */
  isThird: (requester: string, supplier: string | null, day: number) => boolean;
  /** A third single-source case of that supplier within two years. */
  isThirdSole: (supplier: string | null, day: number) => boolean;
  note: (it: Pick<DraftCase, "requester" | "supplier" | "method" | "opened">) => void;
} {
  const asked = new Map<string, number>();
  const soles = new Map<string, number[]>();
  const keyOf = (requester: string, supplier: string, day: number): string =>
    `${requester}|${supplier}|${dayAt(day).slice(0, 4)}`;
  return {
    isThird: (requester, supplier, day) =>
      supplier !== null && (asked.get(keyOf(requester, supplier, day)) ?? 0) >= 2,
    isThirdSole: (supplier, day) =>
      supplier !== null &&
      (soles.get(supplier) ?? []).filter((it) => Math.abs(it - day) < twoYears).length >= 2,
    note: ({ requester, supplier, method, opened }) => {
      if (supplier === null) return;
      const key = keyOf(requester, supplier, opened);
      asked.set(key, (asked.get(key) ?? 0) + 1);
      if (method === "single_source") soles.set(supplier, [...(soles.get(supplier) ?? []), opened]);
    },
  };
}
