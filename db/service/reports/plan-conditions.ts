// What a plan was asked for, in words: wishes and surprises by the names of people and posts.
import type { BareMove, Plan } from "../../../shared/contract/plan.ts";
import { addDays } from "../../../shared/domain/day.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import { labelsOf } from "../labels.ts";
import type { Condition } from "./plan-parts.ts";

export function conditionsOf(world: World, { wishes, surprises }: Plan): Condition[] {
  const labels = labelsOf(world);
  const person = (id: string): string => labels.person(id).name;
  const post = (id: string): string => labels.post(id)?.name ?? "?";
  const place = (id: string | null): Text =>
    id === null ? { zh: "机动", en: "reserve" } : { zh: post(id), en: post(id) };
  const line = (zh: string, en: string, says: Text): Condition => ({ kind: { zh, en }, says });
  const move = ({ day, personId, fromPostId, toPostId }: BareMove): Text => ({
    zh: `${day} ${person(personId)}：${place(fromPostId).zh} → ${place(toPostId).zh}`,
    en: `${day} ${person(personId)}: ${place(fromPostId).en} → ${place(toPostId).en}`,
  });
  return [
    ...wishes.fixed.map((it) => line("已定的调动", "Agreed move", move(it))),
    ...wishes.forbidden.map(({ personId, postId }) =>
      line(
        "不得安排",
        "Not to be made",
        postId === null
          ? { zh: `${person(personId)} 不调动`, en: `${person(personId)} is not moved` }
          : {
              zh: `${person(personId)} 不到 ${post(postId)}`,
              en: `${person(personId)} not to ${post(postId)}`,
            },
      ),
    ),
    ...wishes.lockedPosts.map(({ postId, until }) =>
      line("锁定岗位", "Locked post", {
        zh: until === null ? post(postId) : `${post(postId)}，${until} 起可动`,
        en: until === null ? post(postId) : `${post(postId)}, free from ${until}`,
      }),
    ),
    ...wishes.lockedPersonIds.map((id) =>
      line("锁定人员", "Locked person", { zh: person(id), en: person(id) }),
    ),
    ...(wishes.blackOutMonths.length > 0
      ? [
          line("不安排调动的月份", "Months without changes", {
            zh: wishes.blackOutMonths.map((month) => `${month} 月`).join("、"),
            en: wishes.blackOutMonths.join(", "),
          }),
        ]
      : []),
    ...(wishes.sharePercent === null
      ? []
      : [
          line("部门半年内可调整的比例", "Share of a department within six months", {
            zh: `${wishes.sharePercent}%`,
            en: `${wishes.sharePercent}%`,
          }),
        ]),
    ...surprises.map((it) => {
      const name = person(it.personId);
      const says: Text =
        it.type === "leaves"
          ? { zh: `${name} ${it.on} 起离职`, en: `${name} leaves on ${it.on}` }
          : it.type === "absent"
            ? it.until === null
              ? { zh: `${name} ${it.from} 起不在岗`, en: `${name} is absent from ${it.from}` }
              : {
                  zh: `${name} ${it.from} 至 ${addDays(it.until, -1)} 不在岗`,
                  en: `${name} is absent from ${it.from} to ${addDays(it.until, -1)}`,
                }
            : it.postId === null
              ? { zh: `${name} 不同意调动`, en: `${name} will not move` }
              : {
                  zh: `${name} 不同意到 ${post(it.postId)}`,
                  en: `${name} will not go to ${post(it.postId)}`,
                };
      return line("突发情况", "Surprise", says);
    }),
  ];
}
