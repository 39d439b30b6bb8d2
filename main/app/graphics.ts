// Whether pages are drawn by the graphics card: only where there is one.

/**
 * Chromium tries a card first; on a Linux machine without any, its graphics process ends and is started again without,
 * and a page that loads at that very moment may wait for it for ever (seen in one start of five on a busy machine).
 * @param exists whether a path exists.
 */
export function hasGraphicsCard(platform: string, exists: (path: string) => boolean): boolean {
  return platform !== "linux" || exists("/dev/dri");
}
