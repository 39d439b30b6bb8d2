// The tenure ledger as rows for people: names, posts, states.
import type { TenureRow } from "../../shared/contract/rotation.ts";
import { type Day, lastDay } from "../../shared/domain/day.ts";
import type { Post } from "../../shared/domain/organisation.ts";
import type { World } from "../../shared/domain/world.ts";
import { tenureLedger } from "../../shared/rotation/ledger.ts";
import { type Labels, labelsOf } from "./labels.ts";

export const postName = (labels: Labels, post: Post | undefined): TenureRow["post"] => ({
  id: post?.id ?? "",
  code: post?.code ?? "",
  name: post?.name ?? "?",
  department: labels.department(post?.departmentId ?? "")?.name ?? "",
});

export function tenureRows(world: World, day: Day): TenureRow[] {
  const labels = labelsOf(world);
  const exemptions = new Map(world.exemptions.map((one) => [one.id, one]));
  return tenureLedger(world, day).map((line) => {
    const post = labels.post(line.postId);
    const exemption = line.exemptionId === null ? undefined : exemptions.get(line.exemptionId);
    return {
      person: labels.person(line.personId),
      post: postName(labels, post),
      riskGrade: post?.riskGrade ?? null,
      startedOn: line.startedOn,
      limitMonths: line.limitMonths,
      dueOn: line.dueOn,
      state: line.state,
      daysLeft: line.daysLeft,
      exemptTo: exemption ? lastDay(exemption) : null,
    };
  });
}
