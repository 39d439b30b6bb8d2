// An option of repair in words: which row of whom ends, or moves where.
import type { Text } from "../../../domain/text.ts";
import { dutyText, personText, postText } from "../../sentence.ts";
import type { Ground } from "../ground.ts";
import { rangeText, stepName } from "../powers.ts";
import type { RepairOption } from "./options.ts";

export function optionText(ground: Ground, { kind, id, toPostId }: RepairOption): Text {
  if (kind === "post-duty") {
    const row = ground.postDuties.get(id);
    const [duty, post] = [dutyText(ground, row?.duty ?? id), postText(ground, row?.postId ?? id)];
    return {
      zh: `终止岗位“${post.zh}”的职责“${duty.zh}”`,
      en: `End the standing duty “${duty.en}” of post “${post.en}”`,
    };
  }
  if (kind === "delegation") {
    const row = ground.delegations.get(id);
    const what = stepName(ground, ground.authorities.get(row?.authorityId ?? "")?.stepId ?? id);
    const [giver, taker] = [
      personText(ground, row?.fromPersonId ?? id),
      personText(ground, row?.toPersonId ?? id),
    ];
    return {
      zh: `终止${giver.zh}给${taker.zh}的“${what}”转授权`,
      en: `End the delegation of “${what}” from ${giver.en} to ${taker.en}`,
    };
  }
  const row = ground.authorities.get(id);
  if (!row) return { zh: id, en: id };
  const what = stepName(ground, row.stepId);
  const range = rangeText(row);
  const holder = row.postId === null ? personText(ground, row.personId ?? id) : postText(ground, row.postId);
  if (toPostId === null)
    return {
      zh: `终止“${holder.zh}”对“${what}”的授权（${range.zh}）`,
      en: `End the authority of “${holder.en}” for “${what}” (${range.en})`,
    };
  const taker = postText(ground, toPostId);
  return {
    zh: `将“${what}”的授权（${range.zh}）由“${holder.zh}”移到“${taker.zh}”`,
    en: `Move the authority for “${what}” (${range.en}) from “${holder.en}” to “${taker.en}”`,
  };
}
