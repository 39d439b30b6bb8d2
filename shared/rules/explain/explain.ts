// A conflict explained: the rule that judged, then each needed piece of evidence with why it counts, in plain sentences.
import type { Evidence, Finding } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import type { Act, View } from "../view.ts";
import { actText, reasonsOfAct } from "./act-reasons.ts";
import { isRemovable, type Proof, prove } from "./proof.ts";
import { rowText } from "./row-text.ts";
import { reasonsOfRule } from "./rule-reasons.ts";

export interface ProofStep {
  readonly evidence: Evidence;
  /** The act or row itself. */
  readonly says: Text;
  /** Why it counts. */
  readonly because: readonly Text[];
  /** Without it the fold finds no conflict; else a fact it stands on, or what a count of what is missing went over. */
  readonly isNeeded: boolean;
}
export interface Explanation {
  readonly rule: readonly Text[];
  /** Acts in their order, then cases and other rows. */
  readonly steps: readonly ProofStep[];
  /** What the steps show together, and how small the proof is. */
  readonly end: readonly Text[];
  readonly proof: Proof;
}

/** Null when the facts or rules in the view no longer make the finding. `rules`: all in use, for versions and sources. */
export function explain(
  view: View,
  rules: readonly Rule[],
  rule: Rule,
  finding: Finding,
): Explanation | null {
  const proof = prove(view, rule, finding);
  if (!proof) return null;
  const needed = new Set(proof.needed.map(nameOf));
  const beside = finding.evidence.filter(
    (one) => !needed.has(nameOf(one)) && (proof.claim === "none" || !isRemovable(rule, one)),
  );
  const shown = [...proof.needed, ...beside];
  const acts = actsById(view, finding, shown);
  const steps = shown.map((evidence): ProofStep => {
    const isNeeded = needed.has(nameOf(evidence));
    const act = evidence.kind === "approval" ? acts.get(evidence.id) : undefined;
    if (act) return { evidence, says: actText(view, act), because: reasonsOfAct(view, rule, act), isNeeded };
    return { evidence, says: rowText(view, evidence) ?? sameId(evidence), because: [], isNeeded };
  });
  return {
    rule: reasonsOfRule(rules, rule, finding),
    steps: inOrder(steps, acts),
    end: endOf(finding, proof, shown.length),
    proof,
  };
}

const nameOf = ({ kind, id }: Evidence): string => `${kind} ${id}`;
const sameId = ({ id }: Evidence): Text => ({ zh: id, en: id });

/** Acts of the cases concerned: only these can be in a proof. */
function actsById(view: View, finding: Finding, shown: readonly Evidence[]): Map<string, Act> {
  const wanted = new Set(shown.filter(({ kind }) => kind === "approval").map(({ id }) => id));
  const acts = new Map<string, Act>();
  const look = (rows: readonly Act[]): void => {
    for (const act of rows) if (wanted.has(act.approval.id)) acts.set(act.approval.id, act);
  };
  for (const id of finding.caseIds) look(view.caseActs.get(id)?.acts ?? []);
  if (acts.size < wanted.size) for (const { acts: rows } of view.caseActs.values()) look(rows);
  return acts;
}

function inOrder(steps: readonly ProofStep[], acts: ReadonlyMap<string, Act>): ProofStep[] {
  const at = ({ evidence }: ProofStep): number =>
    acts.get(evidence.id)?.approval.happenedAt ?? Number.POSITIVE_INFINITY;
  // A stable sort: evidence that is no act keeps its order, behind the acts.
  return steps.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

function endOf(finding: Finding, { claim, needed, isSmallest, lookedAt }: Proof, shown: number): Text[] {
  const n = needed.length;
  const all = finding.evidence.length;
  const smallest: Text = {
    zh: `以上 ${n} 项已足以构成这处冲突，逐一试过，没有更少的组合。`,
    en: `These ${n} suffice for the conflict; by trying them all, no smaller set does.`,
  };
  const irreducible: Text = {
    zh: `以上 ${n} 项已足以构成这处冲突，缺任何一项都不成立。`,
    en: `These ${n} suffice for the conflict; none of them can be left out.`,
  };
  const beside: Text = {
    zh: `以上 ${shown} 项构成这处冲突，其中 ${n} 项缺一不可，其余是判断所依的事实。`,
    en: `These ${shown} make the conflict; ${n} of them cannot be left out, the others are the facts it stands on.`,
  };
  const facts: Text = {
    zh: `以上 ${shown} 项事实本身即构成，不涉及办理记录。`,
    en: `These ${shown} facts make it by themselves, without any act.`,
  };
  const size = n === 0 ? facts : shown > n ? beside : isSmallest ? smallest : irreducible;
  const rest: Text[] =
    claim === "none"
      ? [
          {
            zh: `结论还取决于没有什么：同组共 ${lookedAt} 项均已看过。`,
            en: `It rests on what is not there as well: all ${lookedAt} of the group were looked at.`,
          },
        ]
      : claim === "share"
        ? [
            {
              zh: "比例按同组的全部记录计算，其余记录保持不变。",
              en: "Shares are of the whole group, whose other records stay as they are.",
            },
          ]
        : [];
  const more: Text[] =
    all > shown
      ? [
          {
            zh: `全部证据共 ${all} 项，其余 ${all - shown} 项只是加重。`,
            en: `There are ${all} pieces of evidence in all; the other ${all - shown} only add to it.`,
          },
        ]
      : [];
  return [finding.sentence, size, ...rest, ...more];
}
