// The unit's policies as a table: one row a risk grade, those without a policy too, and one a post that has its own.
import type { PolicyRow } from "../../../shared/contract/tenure.ts";
import { contains } from "../../../shared/domain/day.ts";
import { riskGrades } from "../../../shared/domain/organisation.ts";
import type { TenurePolicy } from "../../../shared/domain/rotation.ts";
import { policyOf } from "../../../shared/domain/tenure-term.ts";
import type { Lens } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";

export function policyRows({ world, day }: Lens) {
  const labels = labelsOf(world);
  const key = world.posts
    .filter((post) => post.isKey && contains(post, day))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const rowOf = (policy: TenurePolicy): PolicyRow => ({
    ...policy,
    post: policy.postId === null ? null : postName(labels, labels.post(policy.postId)),
    posts: key.filter((post) => policyOf(post, world.tenurePolicies)?.id === policy.id).length,
  });
  const ofGrades = riskGrades.map((riskGrade): PolicyRow => {
    const policy = world.tenurePolicies.find((one) => one.postId === null && one.riskGrade === riskGrade);
    if (policy) return rowOf(policy);
    const posts = key.filter(
      (post) => post.riskGrade === riskGrade && policyOf(post, world.tenurePolicies) === undefined,
    ).length;
    const unset = { minStayMonths: null, coolingOffMonths: null, noticeDays: null, overlapDays: null };
    return { id: null, riskGrade, post: null, limitMonths: null, ...unset, posts };
  });
  const own = world.tenurePolicies
    .filter(({ postId }) => postId !== null)
    .map(rowOf)
    .toSorted((a, b) => ((a.post?.code ?? "") < (b.post?.code ?? "") ? -1 : 1));
  return {
    rows: [...ofGrades, ...own],
    posts: key.map((post) => ({ ...postName(labels, post), riskGrade: post.riskGrade })),
  };
}
