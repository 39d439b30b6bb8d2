// A matter and its tier in words.
import type { Text } from "../domain/text.ts";
import { tierWords } from "../rules/staffing/staffing-words.ts";
import type { ProblemMatter } from "./problem-matter.ts";

/** "付款（5 万元以下（含））"; the matter alone where it has no tiers. */
export function matterWords({ name, over, upTo }: Pick<ProblemMatter, "name" | "over" | "upTo">): Text {
  if (over === null && upTo === null) return { zh: name, en: name };
  const tier = tierWords({ over, upTo });
  return { zh: `${name}（${tier.zh}）`, en: `${name} (${tier.en})` };
}
