// How often one loan was renewed: the same authority between the same two people, without a gap (norm L-13).
import type { Delegation } from "../../domain/authority.ts";
import { addDays, type Day, daysBetween } from "../../domain/day.ts";
import {
  type DelegationDraft,
  type DelegationGround,
  type DelegationLimits,
  type DelegationProblem,
  isOther,
  renewalGapDays,
} from "./delegation.ts";

interface Span {
  from: Day;
  until: Day;
}
type Triple = Pick<Delegation, "authorityId" | "fromPersonId" | "toPersonId">;
const isSameLoan = (a: Triple, b: Triple): boolean =>
  a.authorityId === b.authorityId && a.fromPersonId === b.fromPersonId && a.toPersonId === b.toPersonId;

/** The spans that follow each other without a gap of `renewalGapDays`, this one among them, in order. */
export function chainOf(others: readonly Span[], span: Span): Span[] {
  const ordered = [...others, span].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let chain: Span[] = [];
  for (const next of ordered) {
    const reached = chain.reduce<Day | null>(
      (most, { until }) => (most && most > until ? most : until),
      null,
    );
    if (reached !== null && daysBetween(reached, next.from) >= renewalGapDays) {
      if (chain.includes(span)) break;
      chain = [];
    }
    chain.push(next);
  }
  return chain;
}

const spansOf = (
  ground: DelegationGround,
  loan: Triple & Pick<DelegationDraft, "id" | "from" | "until">,
): Span[] =>
  ground.delegations
    .filter((row) => isOther(row, loan) && isSameLoan(row, loan))
    .map(({ from, until }) => ({ from, until: until ?? "9999-12-31" }));

/** How often the loan may still be renewed after this one. */
export const renewalsLeft = (ground: DelegationGround, row: Delegation, limits: DelegationLimits): number => {
  const span = { from: row.from, until: row.until ?? "9999-12-31" };
  return Math.max(0, limits.renewals + 1 - chainOf(spansOf(ground, row), span).length);
};

/** What a row was for before it is moved to later days: it stays part of the run, or moving it on would never end. */
function leftBehind(before: DelegationDraft | null, draft: DelegationDraft, today: Day): Span[] {
  if (!before || !isSameLoan(before, draft) || before.from >= draft.from || before.from >= today) return [];
  const until = before.until !== null && before.until < draft.from ? before.until : draft.from;
  return [{ from: before.from, until }];
}

export function renewalProblems(
  ground: DelegationGround,
  draft: DelegationDraft,
  before: DelegationDraft | null,
  span: Span,
  { renewals }: DelegationLimits,
  today: Day,
): DelegationProblem[] {
  const others = [...spansOf(ground, draft), ...leftBehind(before, draft, today)];
  const twice = others.find((one) => one.from < span.until && one.until > span.from);
  if (twice)
    return [
      {
        key: "from",
        reason: {
          zh: `${twice.from} 至 ${addDays(twice.until, -1)} 已有同样的转授权。续期请从 ${twice.until} 起。`,
          en: `The same delegation already runs from ${twice.from} to ${addDays(twice.until, -1)}: a renewal begins on ${twice.until}.`,
        },
      },
    ];
  const chain = chainOf(others, span);
  if (chain.length <= renewals + 1) return [];
  const again = addDays(chain.filter((one) => one !== span).at(-1)?.until ?? span.from, renewalGapDays);
  return [
    {
      key: "from",
      reason: {
        zh: `这项转授权已接连给过 ${chain.length - 1} 次，本单位只许续期 ${renewals} 次。请改为在矩阵中正式授权，或从 ${again} 起另行转授。`,
        en: `This has been delegated ${chain.length - 1} time(s) on end, and the unit allows ${renewals} renewal(s): make it a regular grant in the matrix, or begin anew from ${again} on.`,
      },
    },
  ];
}
