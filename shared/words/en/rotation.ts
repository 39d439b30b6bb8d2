// English: Rotation.
import type { rotation as zh } from "../zh/rotation.ts";

export const rotation: typeof zh = {
  title: "Rotation",
};
