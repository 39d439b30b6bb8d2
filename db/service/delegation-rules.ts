// Delegations judged where rows are saved: the unit's own limits, and the facts with the rows about to be written.
import type { Delegation } from "../../shared/domain/authority.ts";
import { addDays, type Day } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import type { ExemptionGround } from "../../shared/rotation/exemption-problems.ts";
import {
  type DelegationDraft,
  type DelegationGround,
  type DelegationLimits,
  practiceLimits,
} from "../../shared/rules/delegation/delegation.ts";
import { delegationProblems } from "../../shared/rules/delegation/problems.ts";
import { setting } from "../queries/settings.ts";
import type { Value } from "../queries/versions.ts";
import type { Desk } from "./desk.ts";
import { assertEndsExemption, tenureProblems } from "./tenure/tenure-rules.ts";

/** What the unit has set, else common practice. */
export function delegationLimits(desk: Desk): DelegationLimits {
  const days = setting(desk.db(), "delegationDays");
  const renewals = setting(desk.db(), "delegationRenewals");
  return {
    longestDays: days === null ? practiceLimits.longestDays : Number(days),
    renewals: renewals === null ? practiceLimits.renewals : Number(renewals),
  };
}

type Values = Readonly<Record<string, Value>>;
/** Under its column key. */
export interface RuledProblem {
  key: string;
  reason: Text;
}
const word = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
const draftOf = (id: string | null, values: Values): DelegationDraft => ({
  id,
  authorityId: word(values.authorityId) ?? "",
  fromPersonId: word(values.fromPersonId) ?? "",
  toPersonId: word(values.toPersonId) ?? "",
  from: word(values.from) ?? "",
  until: word(values.until),
  docNo: word(values.docNo),
  reason: word(values.reason),
});

/** What speaks against writing the row, each under its column key; the same for a form, an edit and an imported row. */
export const ruledProblems = (
  desk: Desk,
  world: World,
  kind: SheetKind,
  id: string | null,
  values: Values,
  before: Values | null,
): RuledProblem[] =>
  kind === "delegations"
    ? delegationProblems(
        world,
        draftOf(id, values),
        before && draftOf(id, before),
        delegationLimits(desk),
        desk.today(),
      )
    : tenureProblems(world, kind, id, values, desk.today());

/**
 * A loan that has begun is not moved on to later days by correcting its row: the days that it ran would be gone, and
 * with them its renewals.
 * @throws FaultError invalid
 */
export function assertStays(desk: Desk, before: Values | null, values: Values): void {
  const [was, is] = [before && draftOf(null, before), draftOf(null, values)];
  if (!was || was.from > desk.today() || is.from <= was.from) return;
  if (was.until === null || is.until === null || is.until <= was.until) return;
  throw fault("invalid", {
    zh: `这项转授权自 ${was.from} 起已经生效，不能改到以后的日子。续期请另行新增一条。`,
    en: `This delegation has been in force since ${was.from} and cannot be moved to later days. To renew it, add another.`,
  });
}

/**
 * Ending a loan never makes it longer: that would be asked for all that giving it asks. Its early end is reasoned, and
 * so is that of an exemption.
 * @throws FaultError invalid
 */
export function assertShortens(kind: SheetKind, before: Values, until: Day, reason: string | null): void {
  if (kind === "exemptions") assertEndsExemption(before, until, reason);
  if (kind !== "delegations") return;
  const end = word(before.until);
  if (end !== null && until > end)
    throw fault("invalid", {
      zh: `这项转授权本来就在 ${addDays(end, -1)} 止，提前终止不能晚于此日。续期请另行新增一条。`,
      en: `This delegation ends on ${addDays(end, -1)} anyway, and ending it early cannot be later. To renew it, add another.`,
    });
  if (until !== end && !reason?.trim())
    throw fault(
      "invalid",
      {
        zh: "请写明提前收回转授权的原因，如提前返岗。",
        en: "Say why the delegation ends early, such as: the giver is back.",
      },
      { column: "收回原因" },
    );
}

/** For imports: the facts grow with the rows taken before, so that all may come in one file. */
export interface GrowingRules {
  problems: (kind: SheetKind, id: string | null, values: Values, before: Values | null) => RuledProblem[];
  take: (kind: SheetKind, id: string, values: Values) => void;
}
const grown = [
  "people",
  "posts",
  "assignments",
  "absences",
  "authorities",
  "delegations",
  "exemptions",
] as const;
type Grown = (typeof grown)[number];
type Ground = DelegationGround & ExemptionGround;
const isGrown = (kind: SheetKind): kind is Grown => (grown as readonly SheetKind[]).includes(kind);

export function growingRules(desk: Desk): GrowingRules {
  const limits = delegationLimits(desk);
  const today = desk.today();
  const world = desk.world();
  const rows = Object.fromEntries(grown.map((kind) => [kind, new Map()])) as Record<
    Grown,
    Map<string, object>
  >;
  let ground: Ground | null = null;
  const groundNow = (): Ground => {
    const laid = (kind: Grown): object[] => [
      ...world[kind].filter(({ id }) => !rows[kind].has(id)),
      ...rows[kind].values(),
    ];
    ground ??= Object.fromEntries(grown.map((kind) => [kind, laid(kind)])) as unknown as Ground;
    return ground;
  };
  return {
    problems: (kind, id, values, before) =>
      kind === "delegations"
        ? delegationProblems(groundNow(), draftOf(id, values), before && draftOf(id, before), limits, today)
        : kind === "exemptions" || kind === "tenure-policies"
          ? tenureProblems(groundNow(), kind, id, values, today)
          : [],
    take: (kind, id, values) => {
      if (!isGrown(kind)) return;
      const row = { ...values, id };
      rows[kind].set(id, row);
      // A long list of loans is not laid out anew for each of its rows.
      if (ground === null) return;
      if (kind === "delegations" && !ground.delegations.some((one) => one.id === id))
        ground = { ...ground, delegations: [...ground.delegations, row as unknown as Delegation] };
      else ground = null;
    },
  };
}
