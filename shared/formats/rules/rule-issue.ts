// What a rule's schema says about a value, as a sentence with its cure.
import type { z } from "zod";
import type { Text } from "../../domain/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

const byHeader = text("请看表头的批注。", "See the note on the header.");

/** The reason for one issue of `ruleSchema`; `more`: where it can be read what belongs there. */
export function issueText(issue: z.core.$ZodIssue, more = byHeader): Text {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? text("这一格必须填写。", "This cell must be filled in.")
        : text(`这里填的不是所要的内容。${more.zh}`, `Not what belongs here. ${more.en}`);
    case "too_small":
      return issue.origin === "array"
        ? text(
            `至少填 ${issue.minimum} 项，用“、”隔开。`,
            `At least ${issue.minimum} are needed, separated by commas.`,
          )
        : issue.origin === "string"
          ? text("这一格必须填写。", "This cell must be filled in.")
          : text(
              `不能小于 ${Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)}。`,
              `It must be at least ${Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)}.`,
            );
    case "too_big":
      return issue.origin === "string"
        ? text(`最多 ${issue.maximum} 个字符。`, `At most ${issue.maximum} characters.`)
        : text(`不能大于 ${issue.maximum}。`, `It must be at most ${issue.maximum}.`);
    case "invalid_value":
      return text(
        `这种规则不用这一项，请改选。${more.zh}`,
        `This kind of rule does not take this one: choose another. ${more.en}`,
      );
    default:
      return text(`写法不对。${more.zh}`, `Not written as it should be. ${more.en}`);
  }
}
