// Whether an exemption from rotation may be given: reasoned, written, by a body, bounded, reviewed, watched (norms §4.3).
import { addDays, addMonths, type Day, overlaps } from "../domain/day.ts";
import type { Assignment, Person, Post } from "../domain/organisation.ts";
import type { Exemption } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import { longestExemptionMonths } from "./concerns.ts";

export interface ExemptionGround {
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly assignments: readonly Assignment[];
  readonly exemptions: readonly Exemption[];
}
/** About to be recorded; `id` null: a new one. `until` is half-open. */
export interface ExemptionDraft {
  id: string | null;
  personId: string;
  postId: string;
  from: Day;
  until: Day | null;
  reason: string | null;
  compensatingControl: string | null;
  docNo: string | null;
  approver: string | null;
  reviewOn: Day | null;
}
export interface ExemptionProblem {
  /** Column key of the exemption sheet. */
  key: "personId" | "postId" | "until" | "reason" | "compensatingControl" | "docNo" | "approver" | "reviewOn";
  /** What is wrong and, after it, what to do. */
  reason: Text;
}
const problem = (key: ExemptionProblem["key"], zh: string, en: string): ExemptionProblem => ({
  key,
  reason: { zh, en },
});
const isBlank = (words: string | null): boolean => !words?.trim();

/** Words by which a body can be told from one person. */
const body = /会|组|委|党|机关|上级主管|人民政府|局务|group|committee|meeting|board|council|authority/i;

/**
 * Everything that speaks against recording it, in the order of the form. Empty for what is over by `today`: that is a
 * fact. `ground` may hold the draft already, as the facts of a change set do.
 */
export function exemptionProblems(
  ground: ExemptionGround,
  draft: ExemptionDraft,
  today: Day,
): ExemptionProblem[] {
  const { from, until } = draft;
  if (until !== null && until <= today) return [];
  const found: ExemptionProblem[] = [];
  if (isBlank(draft.reason))
    found.push(problem("reason", "请写明暂不轮岗的事由。", "Say why the person cannot be rotated for now."));
  if (isBlank(draft.docNo))
    found.push(
      problem(
        "docNo",
        "豁免须有书面依据。请填写文号。",
        "An exemption needs its paper: give the document no.",
      ),
    );
  found.push(...approverProblems(ground, draft), ...endProblems(ground, draft));
  if (until !== null && (draft.reviewOn === null || draft.reviewOn < from || draft.reviewOn >= until))
    found.push(
      problem(
        "reviewOn",
        `请定复核日期，在 ${from} 与最后一日 ${addDays(until, -1)} 之间。`,
        `Set a review date between ${from} and the last day ${addDays(until, -1)}.`,
      ),
    );
  if (
    isBlank(draft.compensatingControl) ||
    /^(无|没有|none|-|—)$/i.test(draft.compensatingControl?.trim() ?? "")
  )
    found.push(
      problem(
        "compensatingControl",
        "请写明由什么替代控制，如专项审计、逐件复核。",
        "Name the compensating control, such as a special audit or a second review of every case.",
      ),
    );
  return [...found, ...holdingProblems(ground, draft)];
}

/** Also of a forced leave, which the same bodies give. */
export function approverProblems(
  { people, assignments, posts }: ExemptionGround,
  draft: ExemptionDraft,
): ExemptionProblem[] {
  if (isBlank(draft.approver))
    return [
      problem(
        "approver",
        "请填写批准机构，如局党组会议。",
        "Say who approves it: the party group or another body.",
      ),
    ];
  const words = draft.approver?.trim() ?? "";
  if (body.test(words)) return [];
  const departmentOf = new Map(posts.map((post) => [post.id, post.departmentId]));
  const department = departmentOf.get(draft.postId);
  const isNear = people.some(
    ({ id, name }) =>
      words.includes(name) &&
      (id === draft.personId ||
        assignments.some((it) => it.personId === id && departmentOf.get(it.postId) === department)),
  );
  const isTitleAlone =
    /^(直接)?(上级|领导|科长|处长|股长|主任|部门负责人|科室负责人|line manager|section head|manager)$/i;
  if (!isNear && !isTitleAlone.test(words)) return [];
  return [
    problem(
      "approver",
      `“${words}”是本人或其直接上级，不能单独批准。请由党组等集体决定。`,
      `"${words}" is the person or their line manager, who may not give it alone: let the party group or another body decide.`,
    ),
  ];
}

/** Never open-ended: those that follow each other without a gap are one. */
function endProblems({ exemptions }: ExemptionGround, draft: ExemptionDraft): ExemptionProblem[] {
  const { from, until } = draft;
  if (until === null)
    return [
      problem("until", "豁免须有终止日期。请填写最后一日。", "An exemption must end: give its last day."),
    ];
  const others = exemptions.filter(
    (it) =>
      it.personId === draft.personId &&
      it.postId === draft.postId &&
      it.id !== draft.id &&
      !(draft.id !== null && (it.id.startsWith(`${draft.id}@`) || draft.id.startsWith(`${it.id}@`))),
  );
  const clash = others.find((it) => overlaps(it, { from, until }));
  if (clash)
    return [
      problem(
        "until",
        `与已有的豁免（${clash.from} 至 ${addDays(clash.until, -1)}）重叠。请改日期，或先终止那一条。`,
        `It overlaps another exemption (${clash.from} to ${addDays(clash.until, -1)}): choose other days, or end that one first.`,
      ),
    ];
  let start = from;
  for (let isLonger = true; isLonger; ) {
    const before = others.find((it) => it.from < start && it.until >= addDays(start, -30));
    isLonger = before !== undefined;
    if (before) start = before.from;
  }
  const latest = addMonths(start, longestExemptionMonths);
  if (until <= latest) return [];
  const joined: Text =
    start === from
      ? { zh: "", en: "" }
      : { zh: `连同自 ${start} 起的前次豁免，`, en: `With the one before it since ${start}, ` };
  return [
    problem(
      "until",
      `${joined.zh}豁免最长 ${longestExemptionMonths} 个月，否则等于没有期限。请最晚到 ${addDays(latest, -1)} 止，或安排轮岗。`,
      `${joined.en || "It "}${joined.en ? "it " : ""}runs for more than ${longestExemptionMonths} months, which is no end: let it end by ${addDays(latest, -1)}, or rotate.`,
    ),
  ];
}

function holdingProblems(ground: ExemptionGround, draft: ExemptionDraft): ExemptionProblem[] {
  const { from, until, personId, postId } = draft;
  const person = ground.people.find(({ id }) => id === personId);
  const post = ground.posts.find(({ id }) => id === postId);
  if (!person || !post) return [];
  const holds = ground.assignments.some(
    (it) => it.personId === personId && it.postId === postId && overlaps(it, { from, until }),
  );
  if (!holds)
    return [
      problem(
        "postId",
        `${person.name}在这些日子不任${post.name}。请核对人员和岗位。`,
        `${person.name} does not hold ${post.name} on these days: check person and post.`,
      ),
    ];
  if (!post.isKey)
    return [
      problem(
        "postId",
        `${post.name}不是关键岗位，不须轮岗，也就不须豁免。`,
        `${post.name} is no key post: it need not rotate, so nobody needs an exemption.`,
      ),
    ];
  return [];
}
