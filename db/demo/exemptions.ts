// The few who may stay for now: with reason, an end, and a control that watches instead.
import { addMonths } from "../../shared/domain/day.ts";
import type { Draft } from "./draft.ts";
import { exemptSeats } from "./seats.ts";
import { dayAt, dayNumber } from "./workdays.ts";

const grounds = [
  ["承担在建重大项目结算,经党组会研究延期轮岗", "每半年专项审计,经手事项逐件复核"],
  ["距退休不足两年", "年度专项审计,连续休假十个工作日由他人代岗"],
] as const;

export function addExemptions(draft: Draft): void {
  exemptSeats[draft.size].forEach(([type, index], nth) => {
    const posts = draft.posts.filter((it) => it.type.type === type);
    const post = posts[Math.min(index, posts.length - 1)];
    const held = draft.assignments.find((it) => it.post === post?.code && it.until === null);
    const limit = post?.type.limitMonths;
    const [reason, control] = grounds[nth % grounds.length] ?? grounds[0];
    if (!held || !post || !limit) return;
    const due = dayNumber(addMonths(dayAt(held.from), limit));
    draft.exemptions.push({
      staffNo: held.staffNo,
      post: post.code,
      from: due,
      until: dayNumber(addMonths(`${draft.endsOn.slice(0, 7)}-01`, 12)),
      reason,
      control,
    });
  });
}
