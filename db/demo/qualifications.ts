// Who is qualified for what: everybody for the posts they have held, and most of an office for the work next to theirs.
import type { Draft } from "./draft.ts";

/** Qualification → departments whose people commonly have it: they are the reserve for rotation. */
const common: Readonly<Record<string, readonly string[]>> = {
  KJ: ["CW", "GK", "YS", "JD", "GZ"],
  SJ: ["JD", "CW", "FG", "GZ", "NY"],
  CG: ["ZC", "CG", "JY", "GZ", "BG"],
  ZJ: ["GC", "JJ", "GZ"],
  GC: ["GC", "JJ", "JY"],
  FL: ["FG"],
  DA: ["BG"],
};

export function qualificationsOf(draft: Draft): { staffNo: string; code: string; from: number }[] {
  const posts = new Map(draft.posts.map((it) => [it.code, it.type]));
  const people = new Map(draft.people.map((it) => [it.staffNo, it]));
  const found = new Map<string, { staffNo: string; code: string; from: number }>();
  for (const { staffNo, post, from } of draft.assignments) {
    const type = posts.get(post);
    const joined = people.get(staffNo)?.joined ?? from;
    if (!type || type.level === "deputy" || type.level === "head") continue;
    const nextTo = Object.keys(common).filter((code) => common[code]?.includes(type.department));
    for (const code of [...(type.qualification ? [type.qualification] : []), ...nextTo]) {
      const key = `${staffNo}|${code}`;
      const known = found.get(key);
      found.set(key, { staffNo, code, from: Math.min(known?.from ?? from, joined, from) });
    }
  }
  // Leaders keep what their post asks for.
  for (const { staffNo, post, from } of draft.assignments) {
    const code = posts.get(post)?.qualification;
    if (code && !found.has(`${staffNo}|${code}`)) found.set(`${staffNo}|${code}`, { staffNo, code, from });
  }
  return [...found.values()];
}
