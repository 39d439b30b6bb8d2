// Who may do what: one authority per step and post, or a ladder of amounts; special grants to persons for the plants.
import type { Draft, DraftAuthority, DraftPost } from "./draft.ts";
import type { MatterType, Rung, StepType } from "./matter-types.ts";
import { postTypes } from "./post-types.ts";

const fenOfWan = (wan: number | null): number | null => (wan === null ? null : wan * 1_000_000);
const instead = new Map(postTypes.map((type) => [type.type, type.insteadSmall]));

/** The types that hold a step's work in a unit of this size. */
export function typesFor(draft: Draft, types: readonly string[]): string[] {
  const has = (type: string): boolean => draft.posts.some((post) => post.type.type === type);
  const found = types.map((type) => (has(type) ? type : instead.get(type))).filter((it) => it != null);
  return [...new Set(found)].filter(has);
}

export function addAuthorities(draft: Draft): void {
  for (const matter of draft.matters) {
    for (const step of matter.steps) {
      if (step.ladder.length > 0) addLadder(draft, matter, step);
      else
        for (const post of postsOf(draft, typesFor(draft, step.types)))
          add(draft, matter, step, post, null, null);
    }
  }
}
const postsOf = (draft: Draft, types: readonly string[]): DraftPost[] =>
  draft.posts.filter((post) => types.includes(post.type.type));

/** Rungs that fall to one post in the small unit are joined. */
function addLadder(draft: Draft, matter: MatterType, step: StepType): void {
  let over: number | null = null;
  step.ladder.forEach((rung, nth) => {
    const [type] = typesFor(draft, [rung.type]);
    if (!type) return;
    const next = step.ladder[nth + 1];
    const [nextType] = next ? typesFor(draft, [next.type]) : [];
    if (next && nextType === type && next.isCollective === rung.isCollective) return;
    const upTo = fenOfWan(rung.upToWan);
    for (const post of postsOf(draft, [type])) add(draft, matter, step, post, rung, over, upTo);
    over = upTo;
  });
}

function add(
  draft: Draft,
  matter: MatterType,
  step: StepType,
  post: DraftPost,
  rung: Rung | null,
  over: number | null,
  upTo: number | null = null,
): void {
  draft.authorities.push({
    code: `${step.code}-${post.code}${rung?.isCollective ? "-J" : ""}`,
    matter: matter.code,
    step: step.code,
    post: post.code,
    staffNo: null,
    over,
    upTo,
    from: post.from,
    until: post.until,
    kind: "general",
    isCollective: rung?.isCollective ?? false,
    isSubDelegable: false,
    docNo: "青财〔2016〕3号",
  });
}

/** A grant of one step to a person for some days, on paper: temporary or special, never the post's. */
export function grantPerson(
  draft: Draft,
  stepCode: string,
  staffNo: string,
  given: Partial<DraftAuthority> & { from: number },
): DraftAuthority {
  const matter = draft.matters.find((it) => it.steps.some((step) => step.code === stepCode));
  if (!matter) throw new Error(`no step ${stepCode}`);
  const number = draft.authorities.filter((it) => it.staffNo !== null).length + 1;
  const authority: DraftAuthority = {
    code: `LS-${String(number).padStart(3, "0")}`,
    matter: matter.code,
    step: stepCode,
    post: null,
    staffNo,
    over: null,
    upTo: null,
    until: given.from + 180,
    kind: "temporary",
    isCollective: false,
    isSubDelegable: false,
    docNo: `青财临授〔${number}〕号`,
    ...given,
  };
  draft.authorities.push(authority);
  return authority;
}
