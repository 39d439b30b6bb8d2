// Who may witness a handover (会计法 art. 39 for accounting posts; docs/handover.md).
import { contains, type Day } from "../../domain/day.ts";
import type { RelationType } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";
import type { Facts } from "../../domain/world.ts";
import { mattersOfPost } from "./ending-loans.ts";
import { headsOf, unitHeads } from "./heads.ts";

export interface Witnesses {
  rule: Text;
  /** Who the rule itself provides, the most fitting first. */
  candidates: string[];
  /** Only these, or whoever the head of the unit names in writing. */
  isBound: boolean;
}

const near: readonly RelationType[] = ["spouse", "lineal_blood", "collateral_3", "near_affinity"];
const areRelated = (facts: Facts, a: string, b: string, day: Day): boolean =>
  facts.relations.some(
    (row) =>
      near.includes(row.type) &&
      contains(row, day) &&
      ((row.personId === a && row.otherPersonId === b) || (row.personId === b && row.otherPersonId === a)),
  );

/** Null: may; else why not. */
export function whyNoWitness(
  facts: Facts,
  personId: string,
  { giverId, takerId, lastDay }: { giverId: string; takerId: string | null; lastDay: Day },
): Text | null {
  const person = facts.people.find(({ id }) => id === personId);
  if (
    !person ||
    person.isSystem ||
    (person.joinedOn !== null && person.joinedOn > lastDay) ||
    (person.leavesOn !== null && person.leavesOn <= lastDay)
  )
    return { zh: "监交人最后一日不在本单位。", en: "The witness is not there on the last day." };
  if (personId === giverId || personId === takerId)
    return {
      zh: "移交人、接收人不能兼任监交人。",
      en: "Neither the giver nor the taker can be the witness.",
    };
  for (const other of [giverId, takerId])
    if (other !== null && areRelated(facts, personId, other, lastDay))
      return {
        zh: "监交人与移交人或接收人有近亲属关系，应当回避。",
        en: "The witness is a near relative of the giver or the taker and has to step aside.",
      };
  return null;
}

export const isAccountingPost = (facts: Facts, postId: string, day: Day): boolean => {
  const matters = mattersOfPost(facts, postId, day);
  return facts.matters.some(({ id, area }) => area === "accounting" && matters.has(id));
};

export function witnessesOf(
  facts: Facts,
  handover: { giverId: string; takerId: string | null; postId: string; lastDay: Day },
): Witnesses {
  const { giverId, postId, lastDay } = handover;
  const post = facts.posts.find(({ id }) => id === postId);
  const departmentId = post?.departmentId ?? "";
  const may = (people: readonly string[]): string[] =>
    people.filter((id) => whyNoWitness(facts, id, handover) === null);
  const heads = may(headsOf(facts, departmentId, lastDay, giverId));
  const above = may(unitHeads(facts, lastDay));
  if (!isAccountingPost(facts, postId, lastDay))
    return {
      rule: {
        zh: "由所在部门负责人或单位指定的人监交；监交人不是双方，也不是双方的近亲属。",
        en: "The head of the department, or whoever the unit names, witnesses; neither party nor a near relative of one.",
      },
      candidates: [...new Set([...heads, ...above])],
      isBound: false,
    };
  if (headsOf(facts, departmentId, lastDay, null).includes(giverId))
    return {
      rule: {
        zh: "会计机构负责人的交接由单位负责人监交，必要时上级可派人会同监交（会计法第三十九条）。",
        en: "The handover of the head of accounting is witnessed by the head of the unit; the superior may send somebody (Accounting Law art. 39).",
      },
      candidates: above,
      isBound: true,
    };
  return {
    rule: {
      zh: "一般会计人员的交接由会计机构负责人监交（会计法第三十九条）。",
      en: "The handover of accounting staff is witnessed by the head of accounting (Accounting Law art. 39).",
    },
    candidates: heads.length > 0 ? heads : above,
    isBound: true,
  };
}
