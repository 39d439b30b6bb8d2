// Handlers of the delegations namespace: what is lent, what could be lent, and what would come of lending it.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { DelegationRow, HeldAuthority, LentAuthority } from "../../shared/contract/delegations.ts";
import type { Delegation } from "../../shared/domain/authority.ts";
import { contains, type Day, daysBetween, lastDay } from "../../shared/domain/day.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { type DelegationDraft, reminderDays } from "../../shared/rules/delegation/delegation.ts";
import { lendableDays, ownDays } from "../../shared/rules/delegation/holding.ts";
import { delegationProblems } from "../../shared/rules/delegation/problems.ts";
import { renewalsLeft } from "../../shared/rules/delegation/renewal.ts";
import { putSetting } from "../queries/settings.ts";
import { delegationLimits } from "./delegation-rules.ts";
import type { Desk } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { previewOf } from "./matrix-preview.ts";

type Own = Handlers<QuanhengContract>["delegations"];
const ranks = { running: 0, coming: 1, ended: 2 } as const;

export function delegationHandlers(desk: Desk): Own {
  return {
    list: ({ day, knownOn }) => {
      const { world } = desk.lens(day, knownOn);
      const limits = delegationLimits(desk);
      const shown = authorityTexts(world);
      const labels = labelsOf(world);
      const rows = world.delegations.flatMap((row): DelegationRow[] => {
        const authority = shown(row.authorityId);
        if (!authority) return [];
        const state = stateOn(row, day);
        const last = lastDay(row);
        return [
          {
            id: row.id,
            authority,
            giver: labels.person(row.fromPersonId),
            receiver: labels.person(row.toPersonId),
            from: row.from,
            until: row.until,
            docNo: row.docNo,
            reason: row.reason,
            endReason: row.endReason,
            state,
            daysLeft: state === "running" && last !== null ? daysBetween(day, last) : null,
            renewalsLeft: state === "ended" ? 0 : renewalsLeft(world, row, limits),
            lacks: delegationProblems(world, row, null, limits, day).map(({ reason }) => reason),
          },
        ];
      });
      return {
        rows: rows.toSorted(inOrder),
        limits,
        endingSoon: rows
          .filter(({ daysLeft }) => daysLeft !== null && daysLeft <= reminderDays)
          .map(({ id }) => id),
      };
    },
    lendable: ({ personId, day }) => {
      const { world } = desk.lens(day, null);
      const shown = authorityTexts(world);
      const held = world.authorities.filter(
        (row) => contains(row, day) && lendableDays(world, row, personId).some((days) => contains(days, day)),
      );
      return { authorities: inMatrixOrder(held.flatMap(({ id }) => shown(id) ?? [])) };
    },
    preview: (asked) => {
      const { world } = desk.lens(null, null);
      const today = desk.today();
      const { authorityIds, ...rest } = asked;
      const drafts = authorityIds.map((authorityId) => ({ ...rest, id: null, authorityId }));
      const day = asked.from > today ? asked.from : today;
      return {
        problems: problemsOf(world, drafts, delegationLimits(desk), today),
        day,
        holds: holdsOn(world, authorityIds, asked.toPersonId, day),
        standing: standingOn(world, asked.toPersonId, day),
        appearing: appearing(desk, drafts, day),
      };
    },
    setLimits: ({ longestDays, renewals }, context) => {
      const before = delegationLimits(desk);
      const { seq } = desk.write(
        context,
        {
          action: "settings",
          summary: {
            zh: `转授权期限：最长 ${longestDays} 天，续期 ${renewals} 次`,
            en: `Delegations: at most ${longestDays} days, ${renewals} renewal(s)`,
          },
          detail: { before, after: { longestDays, renewals } },
          touches: ["delegations"],
        },
        () => {
          putSetting(desk.db(), "delegationDays", String(longestDays));
          putSetting(desk.db(), "delegationRenewals", String(renewals));
        },
      );
      return { change: { seq } };
    },
  };
}

const stateOn = (row: Delegation, day: Day): DelegationRow["state"] =>
  contains(row, day) ? "running" : row.from > day ? "coming" : "ended";
const endOf = ({ until }: DelegationRow): Day => until ?? "9999-12-31";
function inOrder(a: DelegationRow, b: DelegationRow): number {
  if (a.state !== b.state) return ranks[a.state] - ranks[b.state];
  const [one, other] =
    a.state === "running"
      ? [endOf(a), endOf(b)]
      : a.state === "coming"
        ? [a.from, b.from]
        : [endOf(b), endOf(a)];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}
const inMatrixOrder = (rows: readonly LentAuthority[]): LentAuthority[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [`${a.matter}\n${a.step}`, `${b.matter}\n${b.step}`];
    return one < other ? -1 : one > other ? 1 : (a.over ?? 0) - (b.over ?? 0);
  });

/** An authority as people read it, by its id. */
export function authorityTexts(world: World): (id: string) => LentAuthority | null {
  const labels = labelsOf(world);
  const authorities = new Map(world.authorities.map((row) => [row.id, row]));
  const steps = new Map(world.steps.map((row) => [row.id, row]));
  const matters = new Map(world.matters.map((row) => [row.id, row]));
  return (id) => {
    const row = authorities.get(id);
    const step = row && steps.get(row.stepId);
    const matter = step && matters.get(step.matterId);
    if (!row || !step || !matter) return null;
    return {
      id,
      code: row.code,
      matterId: matter.id,
      matter: matter.name,
      stepId: step.id,
      step: step.name,
      dutyType: labels.duty(step.duty)?.type ?? "execute",
      over: row.over,
      upTo: row.upTo,
      post: row.postId === null ? null : (labels.post(row.postId)?.name ?? null),
      from: row.from,
      until: row.until,
    };
  };
}

/** What speaks against the drafts, each thing once; where it speaks of some of several, of which. */
function problemsOf(
  world: World,
  drafts: readonly DelegationDraft[],
  limits: ReturnType<typeof delegationLimits>,
  today: Day,
): { key: string; message: Text }[] {
  const shown = authorityTexts(world);
  const found = new Map<string, { key: string; message: Text; of: string[] }>();
  for (const draft of drafts)
    for (const { key, reason } of delegationProblems(world, draft, null, limits, today)) {
      const at = `${key}\n${reason.en}`;
      const known = found.get(at) ?? { key, message: reason, of: [] };
      found.set(at, { ...known, of: [...known.of, draft.authorityId] });
    }
  return [...found.values()].map(({ key, message, of }) => {
    if (of.length === drafts.length) return { key, message };
    const names = of.map((id) => shown(id)).map((one) => `${one?.matter ?? ""} · ${one?.step ?? ""}`);
    return {
      key,
      message: { zh: `“${names.join("、")}”：${message.zh}`, en: `“${names.join(", ")}”: ${message.en}` },
    };
  });
}

/** All that the receiver would be able to do on the day, the drafts included. */
function holdsOn(world: World, authorityIds: readonly string[], receiver: string, day: Day): HeldAuthority[] {
  const shown = authorityTexts(world);
  const own = new Set(
    world.authorities
      .filter((row) => contains(row, day) && ownDays(world, row, receiver).some((one) => contains(one, day)))
      .map(({ id }) => id),
  );
  const lent = new Set(
    world.delegations
      .filter((row) => row.toPersonId === receiver && contains(row, day))
      .map(({ authorityId }) => authorityId),
  );
  const all = new Set([...authorityIds, ...own, ...lent]);
  return inMatrixOrder([...all].flatMap((id) => shown(id) ?? [])).map((authority) => ({
    authority,
    how: authorityIds.includes(authority.id) ? "by-this" : own.has(authority.id) ? "own" : "on-loan",
  }));
}

function standingOn(world: World, personId: string, day: Day): { zh: string; en: string }[] {
  const posts = new Set(
    world.assignments
      .filter((row) => row.personId === personId && contains(row, day))
      .map((row) => row.postId),
  );
  const labels = labelsOf(world);
  const duties = new Set(
    world.postDuties.filter((row) => posts.has(row.postId) && contains(row, day)).map(({ duty }) => duty),
  );
  return [...duties].sort().map((duty) => labels.duty(duty)?.name ?? { zh: duty, en: duty });
}

/** Potential conflicts of the receiver that only the drafts bring. */
function appearing(desk: Desk, drafts: readonly DelegationDraft[], day: Day) {
  const edits = drafts.map(
    ({ id: _, ...values }, index): Edit => ({
      op: "save",
      kind: "delegations",
      id: `draft ${index}`,
      values: { ...values, endReason: null },
    }),
  );
  const receivers = new Set(drafts.map(({ toPersonId }) => toPersonId));
  return previewOf(desk, { day, edits }).appearing.filter(
    ({ type, personIds }) => type === "conflict" && personIds.some((id) => receivers.has(id)),
  );
}
