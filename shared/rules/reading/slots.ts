// Slots that the sentences of several kinds share, with the names that a clerk knows them by.
import type { Option, SlotSpec } from "./slot.ts";

const text = (zh: string, en: string) => ({ zh, en });

export const duty = (zh = "职责", en = "Duty"): SlotSpec => ({ type: "duty", name: text(zh, en) });
export const earlier = duty("在先的职责", "Earlier duty");
export const later = duty("在后的职责", "Later duty");
export const duties: SlotSpec = { type: "duties", name: text("职责", "Duties") };
/** A list that admits every duty when it is empty. */
export const anyDuties = (zh: string, en: string): SlotSpec => ({
  type: "duties",
  none: text("任何职责", "any duty"),
  name: text(zh, en),
});

/** `most` is far above any use: beyond it days have no date and examples no end. */
const number = (name: [string, string], unit: [string, string], most: number): SlotSpec => ({
  type: "number",
  unit: text(...unit),
  most,
  name: text(...name),
});
export const count = (zh: string, en: string, unit: [string, string] = ["项", "duties"]): SlotSpec =>
  number([zh, en], unit, 100);
export const cases = (zh = "至少件数", en = "Cases at least"): SlotSpec =>
  number([zh, en], ["件", "cases"], 1000);
export const acts = (zh = "至少笔数", en = "Acts at least"): SlotSpec =>
  number([zh, en], ["笔", "acts"], 1000);
export const days = (zh: string, en: string): SlotSpec => number([zh, en], ["天", "days"], 36_500);
export const months = (zh: string, en: string): SlotSpec => number([zh, en], ["个月", "months"], 1200);
export const years = (zh: string, en: string): SlotSpec => number([zh, en], ["年", "years"], 100);
export const minutes = (zh: string, en: string): SlotSpec => number([zh, en], ["分钟", "minutes"], 100_000);
export const seconds = (zh: string, en: string): SlotSpec => number([zh, en], ["秒", "seconds"], 1_000_000);
export const maxHeld = count("至多几项", "At most");
export const quietDays = days("几天没有新办理视为办结", "Days without an act until closed");

export const share = (zh: string, en: string): SlotSpec => ({ type: "share", name: text(zh, en) });
export const clock = (zh: string, en: string): SlotSpec => ({ type: "clock", name: text(zh, en) });
export const ceiling: SlotSpec = {
  type: "money",
  none: text("本单位各授权档次的上限", "the unit's own tier"),
  name: text("上限", "Ceiling"),
};
export const choice = (zh: string, en: string, options: readonly Option[]): SlotSpec => ({
  type: "choice",
  options,
  name: text(zh, en),
});
export const choices = (zh: string, en: string, options: readonly Option[]): SlotSpec => ({
  type: "choices",
  options,
  name: text(zh, en),
});
export const form = (options: readonly Option[]): SlotSpec => ({
  type: "form",
  options,
  name: text("核对什么", "What is checked"),
});
