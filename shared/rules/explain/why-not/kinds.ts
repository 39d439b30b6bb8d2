// From the name of a kind to what answers "why not?" for it.
import type { Rule, RuleOf } from "../../../domain/rule.ts";
import type { Kind } from "../../../domain/rule-kinds.ts";
import {
  samePerson,
  seniority,
  separateDuties,
  separateUnits,
  twoPerson,
  withinAuthority,
} from "./case-kinds.ts";
import { dutyShare, typeSpan } from "./hands.ts";
import { crowding, splitAmount, yearEnd } from "./money-kinds.ts";
import { absence, neverTogether, tenure } from "./person-kinds.ts";
import { type Asked, nobody, type Reason } from "./reason.ts";
import { relation } from "./relation.ts";
import { sequence } from "./sequence.ts";
import { singleSource, supplierShare } from "./supplier-kinds.ts";
import { briefDelegation, burst, fast, offHours, sameTerminal } from "./tempo.ts";

/** Of several people the first for whom all conditions hold decides; else the first one's reason is told. */
function eachPerson(people: readonly string[], ask: (personId: string) => Reason | null): Reason | null {
  let first: Reason | null = null;
  const said: Reason[] = [];
  for (const id of people) {
    const answer = ask(id);
    if (answer === null) return null;
    first ??= answer;
    said.push(answer);
  }
  if (first === null) return nobody();
  const join = (language: "zh" | "en"): string =>
    [...new Set(said.map(({ says }) => says[language]))].join(language === "en" ? " " : "");
  return { code: first.code, says: { zh: join("zh"), en: join("en") } };
}

function tempo(asked: Asked<"tempo">): Reason | null {
  const { parameters } = asked.rule;
  switch (parameters.check) {
    case "fast":
      return eachPerson(asked.people, (id) => fast(asked, parameters, id));
    case "burst":
      return eachPerson(asked.people, (id) => burst(asked, parameters, id));
    case "off-hours":
      return eachPerson(asked.people, (id) => offHours(asked, parameters, id));
    case "year-end":
      return yearEnd(asked, parameters);
    case "crowding":
      return crowding(asked, parameters);
    case "same-terminal":
      return sameTerminal(asked, parameters);
    case "brief-delegation":
      return briefDelegation(asked, parameters);
  }
}
function concentration(asked: Asked<"concentration">): Reason | null {
  const { parameters } = asked.rule;
  switch (parameters.check) {
    case "duty-share":
      return dutyShare(asked, parameters);
    case "type-span":
      return typeSpan(asked, parameters);
    case "supplier-share":
      return supplierShare(asked, parameters);
    case "single-source":
      return singleSource(asked, parameters);
  }
}

type Made = { [K in Kind]: (asked: Asked<K>) => Reason | null };
const kinds: Made = {
  "separate-duties": separateDuties,
  "never-together": (asked) => eachPerson(asked.people, (id) => neverTogether(asked, id)),
  "same-person": samePerson,
  "separate-units": separateUnits,
  "two-person": twoPerson,
  seniority,
  "within-authority": withinAuthority,
  sequence,
  "split-amount": splitAmount,
  relation,
  absence: (asked) => eachPerson(asked.people, (id) => absence(asked, id)),
  tenure: (asked) => eachPerson(asked.people, (id) => tenure(asked, id)),
  tempo,
  concentration,
};

const isOfKind = <K extends Kind>(rule: Rule, kind: K): rule is RuleOf<K> => rule.kind === kind;
const askKind = <K extends Kind>(kind: K, asked: Omit<Asked<Kind>, "rule">, rule: Rule): Reason | null => {
  if (!isOfKind(rule, kind)) throw new Error(`rule ${rule.id} is not of kind ${kind}`);
  return kinds[kind]({ ...asked, rule });
};
/** The first condition of the rule's kind that fails; null: all hold. */
export const reasonOfKind = (rule: Rule, asked: Omit<Asked<Kind>, "rule">): Reason | null =>
  askKind(rule.kind, asked, rule);
