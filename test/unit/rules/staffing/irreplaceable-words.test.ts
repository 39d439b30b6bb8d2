// Whom nobody can replace, in words: what was not proved is never told as none.
import { expect, test } from "vitest";
import { irreplaceableWords } from "../../../../shared/rules/staffing/staffing-words.ts";

test.each([
  [[], true, "无"],
  [[], false, "未能全部判定"],
  [["张三", "李四"], true, "张三、李四"],
  [["张三"], false, "张三（未能全部判定）"],
] as const)("%j, proved: %s", (names, isProved, zh) => {
  expect(irreplaceableWords(names, isProved).zh).toBe(zh);
});
