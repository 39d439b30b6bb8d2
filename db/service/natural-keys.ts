// Identities that files do not spell out: an authority's derived number, an approval's natural key.
import type { World } from "../../shared/domain/world.ts";
import { derivedAuthorityCode } from "../../shared/formats/authority-code.ts";
import type { Value } from "../queries/versions.ts";

export function authorityCode(world: World, values: Record<string, Value>): string {
  const step = world.steps.find(({ id }) => id === values.stepId);
  const matter = world.matters.find(({ id }) => id === step?.matterId);
  const post = world.posts.find(({ id }) => id === values.postId);
  const person = world.people.find(({ id }) => id === values.personId);
  return derivedAuthorityCode({
    matter: matter?.code ?? "",
    step: step?.code ?? "",
    holder: post?.code ?? person?.staffNo ?? "",
    over: values.over as number | null,
    from: String(values.from),
  });
}

/**
 * Source, case no., step, person, instant and document no.; `occurrence` tells equal rows of one file apart.
 * The file's name is no part of it: a renamed file adds nothing.
 */
export const approvalKey = (parts: {
  source: string;
  caseNo: string;
  step: string;
  person: string;
  happenedAt: number;
  docNo: string | null;
  occurrence: number;
}): string =>
  [
    parts.source,
    parts.caseNo,
    parts.step,
    parts.person,
    parts.happenedAt,
    parts.docNo ?? "",
    parts.occurrence,
  ]
    .map((part) => String(part).replaceAll("|", "¦"))
    .join("|");
