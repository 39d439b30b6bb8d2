// Worked examples about cases: splitting and relations.
import { addDays } from "../../../domain/day.ts";
import { formatWan } from "../../../domain/money.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, type Stage, setStage } from "./stage.ts";

export function splitAmount(rule: RuleOf<"split-amount">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  const requester = stage.person(0);
  stage.world.suppliers.push({ id: "f1", code: "F1", name: "示例供应商" });
  const isStatutory = parameters.test === "statutory";
  const nearly = isStatutory ? 0 : Math.floor((parameters.ceiling * 99) / 100);
  const amount = isStatutory
    ? Math.floor(parameters.threshold / parameters.minCases) + 100
    : nearly > (parameters.ceiling * parameters.nearPermille) / 1000
      ? nearly
      : parameters.ceiling;
  for (let index = 0; index < parameters.minCases; index += 1) {
    // The counter-example: one of them by open tender, or each outside the window of the one before.
    const isTendered = !isBroken && isStatutory && index === 0;
    const gap = isStatutory || isBroken ? index : index * (parameters.windowDays + 1);
    tellCase(stage, {
      amount,
      openedOn: addDays(stage.day, gap),
      requesterId: requester.id,
      supplierId: "f1",
      category: "办公设备",
      budgetProject: "B-001",
      method: isTendered ? "open_tender" : "inquiry",
    });
  }
  // Splitting may take years in the counter-example; the check looks back at all of it.
  const example = stage.end();
  const last = stage.world.cases.at(-1)?.openedOn ?? example.today;
  return { ...example, today: last > example.today ? last : example.today };
}

function tellCase(
  stage: Stage,
  given: Parameters<Stage["case"]>[0] & { amount: number; openedOn: string },
): void {
  const of = stage.case(given);
  const way = of.method === "open_tender" ? ["公开招标", "open tender"] : ["询价", "inquiry"];
  stage.tell(
    `${given.openedOn}，李建平（0087）申请业务件 ${of.caseNo}：品目“${of.category}”，预算项目 ${of.budgetProject}，${formatWan(given.amount)} 万元，${way[0]}，示例供应商承接。`,
    `On ${given.openedOn}, 李建平 (0087) requested case ${of.caseNo}: category “${of.category}”, budget project ${of.budgetProject}, ${formatWan(given.amount)} × 10,000 yuan, by ${way[1]}, from 示例供应商.`,
  );
}

const relationNames: Partial<Record<RuleOf<"relation">["parameters"]["types"][number], [string, string]>> = {
  spouse: ["夫妻关系", "are married"],
  employed_3y: ["三年内的劳动关系", "are tied by employment within three years"],
  direct_interest: ["直接利害关系", "are tied by a direct interest"],
};

/** A relative acts; in the counter-example somebody else does. */
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
