// The ledger's lines as people read them: names, the policy that holds for the post, what the term is made of, concerns.
import type { LedgerLineRow } from "../../../shared/contract/tenure.ts";
import { lastDay } from "../../../shared/domain/day.ts";
import type { Post } from "../../../shared/domain/organisation.ts";
import { defaultOverlapDays, type TenurePolicy } from "../../../shared/domain/rotation.ts";
import { coolingOffMonths, policyOf, tenureLimitMonths } from "../../../shared/domain/tenure-term.ts";
import type { World } from "../../../shared/domain/world.ts";
import { ledgerEntries } from "../../../shared/rotation/concerns.ts";
import type { Desk, Lens } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";
import { evidenceIn, forcedLeavesOf, knownAt } from "./papers.ts";

export function heldPolicy(
  post: Post | undefined,
  policies: readonly TenurePolicy[],
): LedgerLineRow["policy"] {
  const policy = post && policyOf(post, policies);
  const limitMonths = post ? tenureLimitMonths(post, policies) : null;
  const source =
    policy?.postId != null ? "own" : post?.tenureLimitMonths != null ? "post" : policy ? "grade" : "none";
  return {
    source,
    limitMonths,
    minStayMonths: policy?.minStayMonths ?? null,
    coolingOffMonths: post ? coolingOffMonths(post, policies) : 0,
    noticeDays: policy?.noticeDays ?? null,
    overlapDays: policy?.overlapDays ?? defaultOverlapDays,
  };
}

export function ledgerRows(desk: Desk, { world, day, knownOn }: Lens): LedgerLineRow[] {
  const at = knownAt(desk, knownOn);
  const papers = { evidence: evidenceIn(desk, at), leaves: forcedLeavesOf(desk, at) };
  return ledgerLinesOf(world, papers, day);
}

function ledgerLinesOf(
  world: World,
  papers: Parameters<typeof ledgerEntries>[1],
  day: string,
): LedgerLineRow[] {
  const labels = labelsOf(world);
  return ledgerEntries(world, papers, day).map((entry): LedgerLineRow => {
    const { term, exemption } = entry;
    const post = labels.post(term.postId);
    return {
      person: labels.person(term.personId),
      post: postName(labels, post),
      riskGrade: post?.riskGrade ?? null,
      startedOn: term.from,
      leftOn: entry.leftOn,
      limitMonths: entry.limitMonths,
      policy: heldPolicy(post, world.tenurePolicies),
      dueOn: entry.dueOn,
      state: entry.state,
      daysLeft: entry.daysLeft,
      exemption: exemption ? { id: exemption.id, last: lastDay(exemption) ?? exemption.until } : null,
      services: term.assignments.map((it) => ({
        post: labels.post(it.postId)?.name ?? "?",
        kind: it.kind,
        from: it.from,
        last: lastDay(it),
      })),
      concerns: entry.concerns,
    };
  });
}
