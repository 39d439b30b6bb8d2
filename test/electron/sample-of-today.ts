// The sample unit that the window shows, made once more: what it holds hangs on the day, so no journey may know it by heart.
import type { Page } from "@playwright/test";
import { defaultSample, generateUnit, type SampleUnit } from "../../db/demo/generate.ts";
import { type Day, isDay } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { sampleWorld } from "../builders/sample-world.ts";

export interface SampleOfToday extends Pick<SampleUnit, "planted" | "halfWay"> {
  today: Day;
  /** Ids are the codes. */
  world: World;
}

/** For a page on which the sample has just been opened for the first time: the same options give the same unit. */
export async function sampleOfToday(page: Page): Promise<SampleOfToday> {
  const words = await page
    .getByRole("button", { name: /^(今日|Today)/ })
    .first()
    .innerText();
  const today = /\d{4}-\d\d-\d\d/.exec(words)?.[0] ?? "";
  if (!isDay(today)) throw new Error(`the window shows no day: ${words}`);
  const unit = generateUnit({ ...defaultSample, endsOn: today });
  return { today, world: sampleWorld(unit), planted: unit.planted, halfWay: unit.halfWay };
}
