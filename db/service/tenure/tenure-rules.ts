// What must hold of exemptions and of policies of single posts before they are saved, by whatever way they come.
import { addDays } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import type { Text } from "../../../shared/domain/text.ts";
import {
  type ExemptionDraft,
  type ExemptionGround,
  exemptionProblems,
} from "../../../shared/rotation/exemption-problems.ts";
import type { Value } from "../../queries/versions.ts";

type Values = Readonly<Record<string, Value>>;
const word = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);

export const exemptionDraftOf = (id: string | null, values: Values): ExemptionDraft => ({
  id,
  personId: word(values.personId) ?? "",
  postId: word(values.postId) ?? "",
  from: word(values.from) ?? "",
  until: word(values.until),
  reason: word(values.reason),
  compensatingControl: word(values.compensatingControl),
  docNo: word(values.docNo),
  approver: word(values.approver),
  reviewOn: word(values.reviewOn),
});

/** Each under its column key. */
export function tenureProblems(
  ground: ExemptionGround,
  kind: SheetKind,
  id: string | null,
  values: Values,
  today: string,
): { key: string; reason: Text }[] {
  if (kind === "exemptions") return exemptionProblems(ground, exemptionDraftOf(id, values), today);
  if (kind !== "tenure-policies") return [];
  return policyProblems(ground, values);
}

/**
 * An exemption is ended before its time with a reason, and never made longer by ending it.
 * @throws FaultError invalid
 */
export function assertEndsExemption(before: Values, until: string, reason: string | null): void {
  const end = word(before.until);
  if (end !== null && until > end)
    throw fault("invalid", {
      zh: `这项豁免本来就在 ${addDays(end, -1)} 止，提前终止不能晚于此日。延长请另行新增一条。`,
      en: `This exemption ends on ${addDays(end, -1)} anyway, and ending it early cannot be later. To prolong it, add another.`,
    });
  if (!reason?.trim())
    throw fault(
      "invalid",
      {
        zh: "请写明提前终止豁免的原因，如已安排轮岗。",
        en: "Say why the exemption ends early, such as: the move is arranged.",
      },
      { column: "提前终止原因" },
    );
}

function policyProblems({ posts }: ExemptionGround, values: Values): { key: string; reason: Text }[] {
  const post = posts.find(({ id }) => id === values.postId);
  const found: { key: string; reason: Text }[] = [];
  if (post && post.riskGrade !== null && post.riskGrade !== values.riskGrade)
    found.push({
      key: "riskGrade",
      reason: {
        zh: `与岗位${post.name}的风险等级不一致。请照岗位填写。`,
        en: `is not the risk grade of ${post.name}: give the post's own.`,
      },
    });
  if (post && !post.isKey)
    found.push({
      key: "postId",
      reason: { zh: `${post.name}不是关键岗位，没有轮岗周期。`, en: `${post.name} is no key post.` },
    });
  return found;
}
