// Finds out which kind of process this is.
import { childDoorway } from "./child-doorway.ts";
import type { Doorway } from "./doorway.ts";
import { type ParentPortLike, utilityDoorway } from "./utility-doorway.ts";

/** @throws when the file was started by hand rather than by the application. */
export function findDoorway(): Doorway {
  const { parentPort } = process as { parentPort?: ParentPortLike };
  if (parentPort) return utilityDoorway(parentPort);
  if (process.send) return childDoorway(process);
  throw new Error("the data service is started by the application, not by hand");
}
