// Writes the public instances again from their seeds: `npm run -s bench -- rotation --write-set`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Family, families } from "./rotation-families.ts";
import { folder, writeInstance } from "./rotation-files.ts";
import { rotationInstance } from "./rotation-instance.ts";

const sizes = {
  "50x12": [50, 12],
  "200x24": [200, 24],
  "500x36": [500, 36],
  "1000x48": [1000, 48],
  "2000x36": [2000, 36],
  "2000x60": [2000, 60],
} as const;
type Size = keyof typeof sizes;
const every = Object.keys(sizes) as Size[];

const members: readonly (readonly [Family, readonly Size[], readonly number[]])[] = [
  ["easy", every, [1]],
  ["plain", ["50x12", "2000x36"], [1]],
  ["tight", every, [1]],
  ["tight", ["50x12"], [2, 3]],
  ["backlog", ["50x12", "200x24", "500x36", "1000x48", "2000x36"], [1]],
  ["scarce", ["50x12"], [1, 2, 3]],
  ["scarce", ["500x36", "2000x36"], [1]],
  ["tighter", ["50x12"], [1, 2, 3]],
  ["tighter", ["500x36", "2000x36"], [1]],
  ["over-skill", ["50x12", "500x36"], [1]],
  ["over-share", ["50x12", "500x36"], [1]],
  ["over-relations", ["50x12", "500x36"], [1]],
  ["staff", ["50x12", "200x24", "500x36"], [1]],
];

export function writeSet(): void {
  mkdirSync(join(folder, "plans"), { recursive: true });
  for (const [family, own, seeds] of members) {
    for (const size of own) {
      for (const seed of seeds) {
        const [posts, months] = sizes[size];
        const { problem } = rotationInstance({ ...families[family], posts, months, seed });
        writeInstance(`${family}-${size}-${seed}`, problem);
      }
    }
  }
}
