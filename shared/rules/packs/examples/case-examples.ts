// Worked examples about cases: splitting and relations.
import type { Case, ProcurementMethod } from "../../../domain/approval.ts";
import { addDays } from "../../../domain/day.ts";
import { exceedsShare, formatCny, formatWan } from "../../../domain/money.ts";
import type { Person } from "../../../domain/organisation.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, type Stage, setStage, tiered } from "./stage.ts";

type Given = Parameters<Stage["case"]>[0];

export function splitAmount(rule: RuleOf<"split-amount">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  const isStatutory = parameters.test === "statutory";
  const amount = isStatutory
    ? Math.floor(parameters.threshold / parameters.minCases) + 100
    : justBelow(parameters.ceiling ?? tiered(stage), parameters.nearPermille);
  // The counter-example: one of them by open tender, or each outside the window of the one before.
  casesIn(stage, parameters.minCases, (index) => ({
    amount,
    openedOn: addDays(stage.day, isStatutory || isBroken ? index : index * (parameters.windowDays + 1)),
    method: !isBroken && isStatutory && index === 0 ? "open_tender" : "inquiry",
  }));
  // Splitting may take years in the counter-example; the check looks back at all of it.
  const example = stage.end();
  const last = stage.world.cases.at(-1)?.openedOn ?? example.today;
  return { ...example, today: last > example.today ? last : example.today };
}
function justBelow(ceiling: number, nearPermille: number): number {
  const nearly = Math.floor((ceiling * 99) / 100);
  return exceedsShare(nearly, ceiling, nearPermille) ? nearly : ceiling;
}

/** So many cases of one requester and one supplier, but for what is given; each is told. */
export function casesIn(stage: Stage, count: number, given: (index: number) => Given): void {
  const requester = stage.person(0);
  for (let index = 0; index < count; index += 1) {
    const of = stage.case({
      amount: 10_000_000,
      requesterId: requester.id,
      supplierId: "f1",
      category: "办公设备",
      budgetProject: "B-001",
      method: "inquiry",
      ...given(index),
    });
    tellCase(stage, of);
  }
}

const supplierName = (id: string): string => (id === "f1" ? "示例供应商" : `示例供应商${id.slice(1)}`);
const methodNames: Partial<Record<ProcurementMethod, [string, string]>> = {
  open_tender: ["公开招标", "open tender"],
  single_source: ["单一来源", "single source"],
};

function tellCase(stage: Stage, of: Case): void {
  const [zh, en] = methodNames[of.method ?? "inquiry"] ?? ["询价", "inquiry"];
  const id = of.supplierId ?? "f1";
  const supplier = supplierName(id);
  const { suppliers } = stage.world;
  if (!suppliers.some((one) => one.id === id)) suppliers.push({ id, code: id.toUpperCase(), name: supplier });
  const who = stage.nameOf(stage.person(0));
  const amount = of.amount ?? 0;
  stage.tell(
    `${of.openedOn}，${who.zh}申请业务件 ${of.caseNo}：品目“${of.category}”，预算项目 ${of.budgetProject}，${formatWan(amount)} 万元，${zh}，${supplier}承接。`,
    `On ${of.openedOn}, ${who.en} requested case ${of.caseNo}: category “${of.category}”, budget project ${of.budgetProject}, ${formatCny(amount)}, by ${en}, from ${supplier}.`,
  );
}

const relationNames: Partial<Record<RuleOf<"relation">["parameters"]["types"][number], [string, string]>> = {
  spouse: ["夫妻关系", "are married"],
  employed_3y: ["三年内的劳动关系", "are tied by employment within three years"],
  direct_interest: ["直接利害关系", "are tied by a direct interest"],
};

/** A relative acts or holds; in the counter-example somebody else does. */
export function relation(rule: RuleOf<"relation">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duties, otherDuties, counterpart, types } = rule.parameters;
  const type = types[0] ?? "spouse";
  const [zh, en] = relationNames[type] ?? ["利害关系", "are tied by an interest"];
  const [one, other, third] = [stage.person(0), stage.person(1), stage.person(2)];
  const isSupplier = counterpart === "supplier";
  stage.world.suppliers.push({ id: "f1", code: "F1", name: "示例供应商" });
  stage.world.relations.push({
    id: "r1",
    personId: one.id,
    otherPersonId: isSupplier ? null : other.id,
    supplierId: isSupplier ? "f1" : null,
    type,
    from: addDays(stage.day, -1000),
    until: null,
  });
  const who = stage.nameOf(one);
  const whom = isSupplier ? { zh: "示例供应商", en: "示例供应商" } : stage.nameOf(other);
  stage.tell(`${who.zh}与${whom.zh}有${zh}。`, `${who.en} and ${whom.en} ${en}.`);
  if (counterpart === "holder") {
    hold(stage, one, duties[0] ?? "handle");
    hold(stage, isBroken ? other : third, otherDuties[0] ?? "review");
    return stage.end();
  }
  const first = stage.step(duties[0] ?? "handle");
  const of = stage.case(isSupplier ? { supplierId: "f1" } : {});
  if (isSupplier) {
    stage.tell(
      `业务件 ${of.caseNo} 的供应商为示例供应商。`,
      `The supplier of case ${of.caseNo} is 示例供应商.`,
    );
    stage.act(of, first, isBroken ? one : other);
    return stage.end();
  }
  const second = stage.step(otherDuties[0] ?? "review");
  stage.act(of, first, one);
  stage.act(of, second, isBroken ? other : third, 1);
  return stage.end();
}

function hold(stage: Stage, person: Person, duty: string): void {
  const name = stage.dutyName(duty);
  const post = stage.post({ zh: `${name.zh}岗`, en: name.en });
  stage.world.postDuties.push({ id: `t${post.id}`, postId: post.id, duty, from: post.from, until: null });
  const { from } = stage.assign(person, post);
  const who = stage.nameOf(person);
  stage.tell(
    `${who.zh}自 ${from} 起任${post.name}，承担${name.zh}。`,
    `${who.en} has held a post with ${name.en} since ${from}.`,
  );
}
