// Why not, for the checks of the order of steps in a case.
import { addDays, daysBetween } from "../../../domain/day.ts";
import { exceedsShare } from "../../../domain/money.ts";
import { workdayAfter } from "../../../domain/workdays.ts";
import { amountOf } from "../../cover.ts";
import { closingDay, noteAct, startTrace } from "../../kinds/closing.ts";
import { mattersWithBoth } from "../../kinds/matching.ts";
import { isDone, type Asked as Of } from "../../kinds/sequence-common.ts";
import { dutyText, percentText, wanText } from "../../sentence.ts";
import type { Act } from "../../view.ts";
import { waiting } from "./case-kinds.ts";
import { type Asked, nobody, noMatch, quoted, type Reason, reason, type WhyNot } from "./reason.ts";

export const sequence: WhyNot<"sequence"> = (asked) => {
  const { parameters } = asked.rule;
  switch (parameters.check) {
    case "order":
      return order(asked);
    case "missing":
      return missing(asked, parameters);
    case "before":
      return before(asked, parameters);
    case "back-dated":
      return backDated(asked, parameters);
    case "after-reject":
      return afterReject(asked, parameters);
    case "deadline":
      return deadline(asked, parameters);
    case "sum-over":
      return sumOver(asked, parameters);
  }
};
type Sequence = Asked<"sequence">;
const done = ({ acts }: Sequence): Act[] => acts.filter(isDone);
function firstsOf(acts: readonly Act[]): Act[] {
  const firsts = new Map<string, Act>();
  for (const act of acts) if (!firsts.has(act.step.id)) firsts.set(act.step.id, act);
  return [...firsts.values()];
}
const onlyRejects = (): Reason =>
  reason(
    "no-deciding-acts",
    "本件只有退回，没有办成的环节。",
    "Everything in this case was rejected: no step was done.",
  );
const noBoth = (): Reason =>
  reason(
    "duties-do-not-match",
    "该事项的环节不同时含这两项职责。",
    "The steps of this matter do not have both duties.",
  );

function order(asked: Sequence): Reason | null {
  const firsts = firstsOf(done(asked));
  if (firsts.length === 0) return onlyRejects();
  const isInverted = firsts.some(
    (s) =>
      s.step.isRequired &&
      firsts.some((t) => t.step.position > s.step.position && t.approval.happenedAt < s.approval.happenedAt),
  );
  if (isInverted) return null;
  const names = quoted(firsts.map((act) => act.step.name));
  return firsts.length === 1
    ? reason(
        "in-order",
        `只办理过一个环节${names.zh}，没有先后可比。`,
        `Only one step was done, ${names.en}: there is no order to compare.`,
      )
    : reason(
        "in-order",
        `各必经环节按规定次序首次办理：${names.zh}。`,
        `The required steps were first done in their order: ${names.en}.`,
      );
}

function missing(asked: Sequence, { quietDays }: Of<"missing">): Reason | null {
  const firsts = firstsOf(done(asked));
  if (firsts.length === 0) return onlyRejects();
  const taken = new Set(firsts.map((act) => act.step.id));
  const steps = asked.view.stepsOf.get(asked.case?.matterId ?? "") ?? [];
  const absent = steps.filter((step) => step.isRequired && !taken.has(step.id));
  if (absent.length === 0)
    return reason("in-order", "必经环节都有办理记录。", "Every required step is on record.");
  const trace = startTrace(asked.case?.id ?? "");
  for (const act of asked.acts) noteAct(trace, act);
  const isClosed = closingDay(asked.view, trace, quietDays) !== null;
  const beyond = absent.filter((step) => firsts.some((act) => act.step.position > step.position));
  const skipped = absent.filter((step) =>
    firsts.some((act) => act.step.position > step.position && (act.step.isRequired || isClosed)),
  );
  if (skipped.length > 0) return null;
  if (beyond.length > 0) return waiting(quietDays);
  const names = quoted(absent.map((step) => step.name));
  return reason(
    "in-order",
    `尚未办理的必经环节${names.zh}之后，也没有办理过更后的环节。`,
    `The required ${names.en} are not done yet, but nor is any step after them.`,
  );
}

function before(asked: Sequence, { earlier, later }: Of<"before">): Reason | null {
  const { view } = asked;
  if (!mattersWithBoth(asked, earlier, later).has(asked.case?.matterId ?? "")) return noBoth();
  const acts = done(asked);
  const l = acts.find((act) => act.duties.has(later));
  if (!l) return noMatch(view, acts, [later]);
  const e = acts.find((act) => act.duties.has(earlier));
  if (!e || e.approval.happenedAt > l.approval.happenedAt) return null;
  const [first, second] = [dutyText(view, earlier), dutyText(view, later)];
  return reason(
    "in-order",
    `${first.zh}（${e.day}“${e.step.name}”）不晚于${second.zh}（${l.day}“${l.step.name}”）。`,
    `${first.en} (“${e.step.name}”, ${e.day}) came no later than ${second.en} (“${l.step.name}”, ${l.day}).`,
  );
}

function backDated(asked: Sequence, { lagDays }: Of<"back-dated">): Reason | null {
  const acts = done(asked);
  if (acts.length === 0) return onlyRejects();
  const lagOf = ({ approval }: Act): number =>
    (approval.recordedAt ?? approval.happenedAt) - approval.happenedAt;
  if (acts.every((act) => act.approval.recordedAt === null))
    return reason(
      "no-data",
      "本件的办理记录没有登记时间。",
      "No approval of this case says when it was recorded.",
    );
  const late = acts.filter((act) => lagOf(act) > lagDays * 86_400_000);
  if (late.length === 0) {
    const days = Math.floor(Math.max(...acts.map(lagOf)) / 86_400_000);
    return reason(
      "in-time",
      `登记最多晚 ${days} 日，没有超过 ${lagDays} 日。`,
      `Records came at most ${days} days late, no more than ${lagDays}.`,
    );
  }
  const isPassed = (one: Act): boolean =>
    acts.some(
      (act) =>
        act.step.position > one.step.position &&
        one.approval.happenedAt < act.approval.happenedAt &&
        act.approval.happenedAt < (one.approval.recordedAt ?? 0),
    );
  if (late.some(isPassed)) return null;
  const names = quoted(late.map((act) => act.step.name));
  return reason(
    "in-order",
    `${names.zh}登记较晚，但在办理与登记之间没有办理过更后的环节。`,
    `${names.en} were recorded late, but no later step was done between act and record.`,
  );
}

function afterReject(asked: Sequence, { days }: Of<"after-reject">): Reason | null {
  const { acts } = asked;
  const rejects = acts.filter((act) => act.approval.action === "reject");
  if (rejects.length === 0) return reason("in-order", "本件没有退回。", "Nothing in this case was rejected.");
  const pairs = acts.flatMap((a, at) =>
    a.approval.action === "approve"
      ? acts
          .slice(0, at)
          .flatMap((r) => (r.approval.action === "reject" && r.step === a.step ? [{ r, a }] : []))
      : [],
  );
  if (pairs.length === 0)
    return reason(
      "in-order",
      "退回之后，同一环节没有再同意。",
      "After the reject the same step was not approved again.",
    );
  const named = pairs.filter(({ r, a }) => r.actorId !== null && a.actorId !== null);
  if (named.length === 0) return nobody();
  const apart = named.filter(({ r, a }) => r.actorId !== a.actorId);
  if (apart.length === 0)
    return reason(
      "different-people",
      "退回与其后的同意由同一人作出。",
      "The same person rejected and later approved.",
    );
  const gap = Math.min(...apart.map(({ r, a }) => daysBetween(r.day, a.day)));
  if (gap <= days) return null;
  return reason(
    "outside-window",
    `换人同意在退回 ${gap} 日之后，超过 ${days} 日的期限。`,
    `Somebody else approved ${gap} days after the reject, beyond the ${days} days.`,
  );
}

function deadline(asked: Sequence, { earlier, later, days, isWorkdays }: Of<"deadline">): Reason | null {
  const { view } = asked;
  if (!mattersWithBoth(asked, earlier, later).has(asked.case?.matterId ?? "")) return noBoth();
  const acts = done(asked);
  const at = acts.findIndex((act) => act.duties.has(later));
  const l = acts[at];
  const e = (l ? acts.slice(0, at) : acts).findLast((act) => act.duties.has(earlier));
  if (!e) return noMatch(view, l ? acts.slice(0, at) : acts, [earlier]);
  const [first, second] = [dutyText(view, earlier), dutyText(view, later)];
  const isLast = (view.stepsOf.get(e.step.matterId) ?? []).every(
    (step) => step.position <= e.step.position || !view.implied(step.duty).has(earlier),
  );
  if (!l && !isLast)
    return reason(
      "in-time",
      `${first.zh}还有更后的环节没有办理，期限尚未起算。`,
      `A later step of ${first.en} is still to be done: the time has not begun to run.`,
    );
  const due = isWorkdays ? workdayAfter(view.isWorkday, e.day, days) : addDays(e.day, days);
  if (l) {
    if (l.day > due) return null;
    return reason(
      "in-time",
      `${second.zh}于 ${l.day} 办理，在 ${due} 的期限之内（自 ${e.day} ${first.zh}起算）。`,
      `${second.en} was done on ${l.day}, by the due day ${due} (from ${first.en} on ${e.day}).`,
    );
  }
  if (view.today > due) return null;
  return reason(
    "not-yet-judged",
    `${second.zh}的期限到 ${due}，今日（${view.today}）尚未届满。`,
    `${second.en} is due by ${due}; today (${view.today}) that has not passed.`,
  );
}

function sumOver(asked: Sequence, { base, added, permille }: Of<"sum-over">): Reason | null {
  const { view } = asked;
  if (!mattersWithBoth(asked, base, added).has(asked.case?.matterId ?? "")) return noBoth();
  const acts = done(asked);
  const at = acts.findIndex((act) => act.duties.has(base) && amountOf(act) !== null);
  const b = acts[at];
  const [first, more] = [dutyText(view, base), dutyText(view, added)];
  if (!b)
    return acts.some((act) => act.duties.has(base))
      ? reason("no-data", `${first.zh}没有金额。`, `${first.en} states no amount.`)
      : noMatch(view, acts, [base]);
  const sums = acts
    .slice(at + 1)
    .filter((act) => !act.duties.has(base) && act.duties.has(added))
    .flatMap((act) => act.approval.amount ?? []);
  const sum = sums.reduce((total, one) => total + one, 0);
  const whole = amountOf(b) ?? 0;
  let running = 0;
  for (const one of sums) {
    running += one;
    if (exceedsShare(running, whole, permille)) return null;
  }
  const [part, of] = [wanText(sum), wanText(whole)];
  return reason(
    "share-not-exceeded",
    `${more.zh}本身写明的金额累计 ${part.zh}，没有超过${first.zh}金额 ${of.zh}的 ${percentText(permille)}。`,
    `${more.en} came to ${part.en}, no more than ${percentText(permille)} of the ${of.en} of ${first.en}.`,
  );
}
