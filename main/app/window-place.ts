// Where the window stood when it was last closed, kept beside the settings: it opens there again, if a screen still shows that place.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Rectangle } from "electron";

/** In device-independent pixels; the rectangle is that of the window when it is not maximised. */
export interface WindowPlace extends Rectangle {
  isMaximized: boolean;
}

/** How much of the window's top must lie on a screen for it to be seen and dragged, in pixels. */
const GRIP = 100;

/** The kept place; undefined where there is none, or where the file says nothing that can be read. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    const read = JSON.parse(readFileSync(file, "utf8")) as Partial<WindowPlace> | null;
    const { x, y, width, height, isMaximized = false } = read ?? {};
    const isWhole = [x, y, width, height].every((pixels) => Number.isInteger(pixels));
    return isWhole ? ({ x, y, width, height, isMaximized } as WindowPlace) : undefined;
  } catch {
    return undefined;
  }
}

/** Losing the place is no harm: a folder that cannot be written to is passed over in silence. */
export function keepPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place));
    renameSync(`${file}.new`, file);
  } catch {}
}

/**
 * The place on today's screens, no larger than the screen it lies on; undefined where no screen shows its top any more.
 * @param screens the parts of the screens that windows may fill.
 */
export function placeOn(screens: readonly Rectangle[], place: WindowPlace): WindowPlace | undefined {
  const screen = screens.find(
    ({ x, y, width, height }) =>
      Math.min(place.x + place.width, x + width) - Math.max(place.x, x) >= GRIP &&
      place.y >= y &&
      place.y + GRIP <= y + height,
  );
  if (screen === undefined) return undefined;
  return {
    ...place,
    width: Math.min(place.width, screen.width),
    height: Math.min(place.height, screen.height),
  };
}
