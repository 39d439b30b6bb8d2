// Both dictionaries say everything: the same keys, no empty words, the same kinds.
import { describe, expect, it } from "vitest";
import { en } from "../../../shared/words/en.ts";
import { zh } from "../../../shared/words/zh.ts";

function leavesOf(part: unknown, path = ""): [string, unknown][] {
  if (typeof part !== "object" || part === null) return [[path, part]];
  return Object.entries(part).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

describe("words", () => {
  const chinese = new Map(leavesOf(zh));
  const english = new Map(leavesOf(en));
  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });
  it("are never empty, and functions stay functions", () => {
    for (const [key, words] of chinese) {
      expect(typeof english.get(key), key).toBe(typeof words);
      if (typeof words === "string") expect(words.trim(), key).not.toBe("");
    }
  });
  it("never blame: no 违规 and no 操作失败 in the window", () => {
    const spoken = [...chinese]
      .filter(([, words]) => typeof words === "string")
      .map(([, words]) => String(words));
    expect(spoken.filter((words) => words.includes("违规") || words.includes("操作失败"))).toEqual([]);
  });
});
