// What the plants need before the ordinary work starts: people between posts, not yet here or already gone, and ties.
import { suppliersFor } from "../case-facts.ts";
import type { Draft, DraftPerson } from "../draft.ts";
import { monthsBefore } from "../seats.ts";
import { workdayFrom } from "../workdays.ts";

interface Planted {
  staffNo: string;
  day: number;
}
export interface SettingPeople {
  /** Left one post on that day and took up the next 45 days later. */
  betweenPosts: Planted;
  /** In post from that day, joins three weeks later. */
  notYetHere: Planted;
  /** Gone from that day, the post not yet taken back. */
  gone: Planted;
  ties: { staffNo: string; other: string | null; supplier: string | null }[];
}

export function addSetting(draft: Draft, nextName: () => string): SettingPeople {
  const ago = (months: number): number => workdayFrom(monthsBefore(draft, months));
  const postOf = (type: string) => {
    const post = draft.posts.find((it) => it.type.type === type && it.until === null);
    if (!post) throw new Error(`no post ${type}`);
    return post;
  };
  const add = (given: Partial<DraftPerson>): DraftPerson => {
    const person: DraftPerson = {
      staffNo: `S${String(900 + draft.people.length).padStart(4, "0")}`,
      name: nextName(),
      joined: monthsBefore(draft, 80),
      leaves: null,
      grade: "科员",
      site: "财政大楼",
      ...given,
    };
    draft.people.push(person);
    return person;
  };
  const sit = (person: DraftPerson, type: string, from: number, until: number | null): void => {
    draft.assignments.push({
      staffNo: person.staffNo,
      post: postOf(type).code,
      kind: "substantive",
      from,
      until,
      docNo: "青财人〔2024〕31号",
    });
  };
  const applyType = draft.size === "city" ? "gcApply" : "zcCt";

  const left = ago(17);
  const moving = add({});
  sit(moving, applyType, monthsBefore(draft, 60), left);
  sit(moving, "bgPub", left + 45, null);
  const coming = ago(10);
  const late = add({ joined: coming + 24 });
  sit(late, "bgNeed", coming, null);
  const going = ago(7);
  const gone = add({ leaves: going });
  sit(gone, "bgNeed", monthsBefore(draft, 70), going + 60);

  return {
    betweenPosts: { staffNo: moving.staffNo, day: left },
    notYetHere: { staffNo: late.staffNo, day: coming },
    gone: { staffNo: gone.staffNo, day: going },
    ties: addTies(draft),
  };
}

/** Few ties, all declared: the ordinary work keeps them apart, the plants do not. */
function addTies(draft: Draft): SettingPeople["ties"] {
  const holder = (type: string, nth = 0): string => {
    const posts = draft.posts.filter((it) => it.type.type === type).map((it) => it.code);
    const seats = draft.assignments.filter(
      (it) => posts.includes(it.post) && it.until === null && it.kind === "substantive",
    );
    return seats[nth % seats.length]?.staffNo ?? "";
  };
  const supplier = (category: string): string => suppliersFor(draft, category)[1] ?? "";
  const since = monthsBefore(draft, 130);
  const tie = (
    staffNo: string,
    other: string | null,
    to: string | null,
    type: (typeof draft.relations)[number]["type"],
    until: number | null = null,
  ) => {
    draft.relations.push({ staffNo, other, supplier: to, type, from: since, until });
    return { staffNo, other, supplier: to };
  };
  return [
    tie(holder("zcHand"), null, supplier("印刷服务"), "employed_3y", monthsBefore(draft, 21)),
    tie(holder("zcAccept"), null, supplier("物业服务"), "director_supervisor_3y"),
    tie(holder("bgNeed", 1), holder("bgHead"), null, "spouse"),
    tie(holder("wbExpert", 2), null, supplier("工程施工"), "economic_interest"),
    tie(holder("gzDisp"), null, supplier("公务用车"), "near_affinity"),
    tie(holder("fgLaw"), null, supplier("租赁合同"), "lineal_blood"),
    // The small unit has no head of accounting.
    ...(holder("cwHead") === "" ? [] : [tie(holder("cwHead"), holder("cwCash"), null, "near_affinity")]),
  ];
}
