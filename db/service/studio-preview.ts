// What a draft would find on the unit's own log, beside what the versions in use find: the same fold as the check.
import type { Context } from "../../shared/contract/call.ts";
import type { Preview } from "../../shared/contract/studio.ts";
import { type Finding, identityOf } from "../../shared/domain/conflict.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { type CheckResult, checkSlices } from "../../shared/rules/check.ts";
import { isInForce } from "../../shared/rules/finding.ts";
import { exampleOf } from "../../shared/rules/packs/examples/examples.ts";
import { judgedElsewhere } from "../../shared/rules/same-check.ts";
import { succession } from "../../shared/rules/versions.ts";
import type { View } from "../../shared/rules/view.ts";
import { conflictRows } from "./conflict-rows.ts";
import type { Desk } from "./desk.ts";
import { viewOf } from "./kept-view.ts";

const rowsShown = 5;

// What the rules in use find is kept as long as the view.
type Found = Map<Rule, CheckResult>;
const kept = new WeakMap<View, Found>();
function foundOn(view: View): Found {
  const known = kept.get(view);
  if (known) return known;
  const made: Found = new Map();
  // What the view makes on first use is made beforehand, so that no draft has to wait for it.
  view.actsBy("");
  view.actsCrediting("");
  kept.set(view, made);
  return made;
}

type Findings = ReadonlyMap<string, Finding>;
interface Judged {
  rule: Rule;
  result: CheckResult;
}
/** As conflicts are stored: those in force, one an identity, of several versions the highest. */
function findingsOf(versions: readonly Judged[]): Findings {
  const found = new Map<string, Finding>();
  for (const { rule, result } of versions)
    for (const finding of result.findings) {
      if (!isInForce(rule, finding.day)) continue;
      const identity = identityOf(finding);
      const rival = found.get(identity);
      if (!rival || rival.ruleVersion < finding.ruleVersion) found.set(identity, finding);
    }
  return found;
}

/** @throws FaultError refused: a newer question has taken its place */
export async function previewOf(desk: Desk, draft: Rule, context: Context): Promise<Preview> {
  // A question that a newer one has replaced is dropped before it costs anything.
  await desk.deps.breathe();
  stopIfAsked(context);
  const world = desk.world();
  const view = viewOf(world, desk.today());
  const found = foundOn(view);
  const inUse = desk.rules().map(({ rule }) => rule);
  const others = inUse.filter(({ id }) => id !== draft.id);

  /** Over all days: when a version is in force is laid on afterwards, so that one fold serves every question. */
  const judge = async (rule: Rule): Promise<CheckResult> => {
    const slices = checkSlices(view, [{ ...rule, sameCheckAs: null, inForce: always }]);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) return slice.value;
      await desk.deps.breathe();
      stopIfAsked(context);
    }
  };
  const same: Judged[] = [];
  for (const rule of inUse) {
    if (rule.id !== draft.id) continue;
    const result = found.get(rule) ?? (await judge(rule));
    found.set(rule, result);
    same.push({ rule, result });
  }
  const began = desk.deps.now();
  const drafted = await judge(draft);
  const took = desk.deps.now() - began;

  const newest = same.toSorted((a, b) => b.rule.version - a.rule.version)[0];
  const inPlace: Judged = { rule: standingAllAlong(draft, newest?.rule), result: drafted };
  const { kept: stay, ended } = succession(same, draft);
  const standing = (versions: readonly Judged[]): Findings => {
    const elsewhere = judgedElsewhere([...others, ...versions.map(({ rule }) => rule)]);
    return findingsOf(versions.filter(({ rule }) => elsewhere(rule) === null));
  };
  const now = standing(same);
  const log = standing([...same.filter((one) => one !== newest), inPlace]);
  const saved = standing([
    ...stay,
    ...ended.map(({ stored, rule }) => ({ rule, result: stored.result })),
    { rule: draft, result: drafted },
  ]);
  const compared = (then: Findings): Preview["log"] => ({
    count: then.size,
    added: some(desk, world, draft, then, now),
    spared: some(desk, world, newest?.rule ?? draft, now, then),
  });
  const judgeId = judgedElsewhere([...others, draft])(draft);
  const judgedBy = others.find(({ id }) => id === judgeId);
  const { example, counterExample } = exampleOf(draft);
  return {
    now: now.size,
    standing: some(desk, world, newest?.rule ?? draft, now, none).rows,
    log: compared(log),
    saved: compared(saved),
    notApplicable: drafted.notApplicable[0]?.reason ?? null,
    judgedBy: judgedBy ? { id: judgedBy.id, title: judgedBy.title } : null,
    notYetJudged: drafted.notYetJudged,
    approvals: view.approvals,
    took,
    example: example.finds ? { story: example.story } : null,
    counterExample: counterExample.finds ? null : { story: counterExample.story },
  };
}
const none: Findings = new Map();
const always = { from: null, until: null };

/** The draft as if it had stood all along in place of the newest version; a new rule from the first day on. */
const standingAllAlong = (draft: Rule, newest: Rule | undefined): Rule => ({
  ...draft,
  inForce: { from: newest ? newest.inForce.from : null, until: draft.inForce.until },
});

function stopIfAsked({ signal }: Context): void {
  if (signal.aborted)
    throw fault("refused", {
      zh: "已有新的一问，这一问不再计算。",
      en: "A newer question has taken the place of this one.",
    });
}

/** Findings of `of` that are not in `but`: how many, and the gravest few as rows. */
function some(desk: Desk, world: World, rule: Rule, of: Findings, but: Findings): Preview["log"]["added"] {
  const only = [...of].flatMap(([identity, finding]) => (but.has(identity) ? [] : [finding]));
  const shown = only
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (a.day < b.day ? 1 : -1))
    .slice(0, rowsShown)
    .map((finding) => ({
      id: identityOf(finding),
      finding,
      state: "open" as const,
      firstSeen: null,
    }));
  const rows = conflictRows(desk, { world, rules: desk.rules() }, shown).map((row) => ({
    ...row,
    kind: rule.kind,
    title: rule.title,
  }));
  return { count: only.length, rows };
}
