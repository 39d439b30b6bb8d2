// Where a rule of the packs says something else than its row of the duty tables, what it says instead, and why.
import type { Area } from "../../shared/domain/duty.ts";
import type { Text } from "../../shared/domain/text.ts";

/** What a row and its rule are compared by. */
export interface RowFacts {
  area: Area;
  kind: string;
  severity: string;
  source: string;
  mark: string;
  authority: string;
  sameCheckAs: string | null;
  /** null: everywhere. */
  areas: readonly Area[] | null;
  duties: readonly string[];
  otherDuties?: readonly string[];
  maxHeld?: number;
  unit?: string;
  minPersons?: number;
  isOdd?: boolean;
  countBy?: string;
  /** The least share of experts, as the row writes it. */
  experts?: string | null;
  counterpart?: string;
  types?: readonly string[];
  lookbackYears?: number;
}
interface Deviation {
  instead: Partial<RowFacts>;
  why: Text;
}

export const deviations: Readonly<Record<string, Deviation>> = {
  "X-09": {
    instead: { duties: [], areas: ["budget_alloc", "gov_invest", "pub_trade", "contract"] },
    why: {
      zh: "任何职责的办理都是公务，不限职责；采购、资产、工程有更具体的 P-10、S-16、W-18。审批亲属所提事项另有 X-09-kin。",
      en: "Every duty is a public task, so none is named; procurement, assets and works have the more exact P-10, S-16, W-18. A relative's request is X-09-kin.",
    },
  },
  "A-09": {
    instead: {
      areas: [
        "budget_alloc",
        "state_asset",
        "gov_invest",
        "pub_trade",
        "pub_works",
        "accounting",
        "revenue_expense",
        "bill_seal",
        "budget",
        "contract",
        "it_system",
        "cross",
      ],
    },
    why: {
      zh: "政府采购由更严的 P-24 核对，不重复报告。",
      en: "Procurement is left to the stricter P-24, so that nothing is reported twice.",
    },
  },
  "A-16": {
    instead: { sameCheckAs: "A-06" },
    why: {
      zh: "出纳含现金保管即财物保管，A-06 已核对同一事实。",
      en: "A cashier has custody of cash, hence of property: A-06 asks the same.",
    },
  },
  "S-03": {
    instead: { sameCheckAs: "A-06" },
    why: {
      zh: "资产保管即财物保管，资产会计核算即记账，A-06 已核对同一事实。",
      en: "Custody of assets is custody of property and their accounting is bookkeeping: A-06 asks the same.",
    },
  },
  "S-16": {
    instead: { areas: ["state_asset"] },
    why: {
      zh: "受让方、承租方是业务件的供应商，只在资产事项中如此。",
      en: "The case's supplier is the buyer or lessee only in matters of assets.",
    },
  },
  "P-10": {
    instead: { duties: [], areas: ["gov_proc"] },
    why: {
      zh: "“采购人员及相关人员”指采购事项的全部办理人，按领域而不按职责限定。",
      en: "“Procurement and related persons” are all who act in procurement: limited by area, not by duty.",
    },
  },
  "P-11": {
    instead: { areas: ["pub_trade", "pub_works", "contract", "cross"] },
    why: {
      zh: "政府采购的专家已在 P-10 之内。",
      en: "In procurement the experts are among those of P-10.",
    },
  },
  "P-24": {
    instead: { areas: ["gov_proc"] },
    why: {
      zh: "所引指引针对采购付款；其他领域由 A-08、A-09 核对。",
      en: "The guideline speaks of paying for purchases; elsewhere A-08 and A-09 ask.",
    },
  },
  "T-03": {
    instead: { areas: ["pub_trade", "pub_works"] },
    why: {
      zh: "投标人是业务件的供应商，只在招标投标事项中如此。",
      en: "The case's supplier is a bidder only in matters of tendering.",
    },
  },
  "T-05": {
    instead: { types: ["economic_interest", "direct_interest", "other_interest"] },
    why: {
      zh: "“可能影响公正的利害关系”按登记的三种利益关系核对。",
      en: "“An interest that may affect fairness” is asked as the three interests that are on record.",
    },
  },
  "T-06": {
    instead: { types: ["economic_interest", "other_interest"] },
    why: {
      zh: "供应商之间的关系不在数据中；以投标人的办理人之间登记的利益关系代之。",
      en: "Ties between suppliers are no data of the workbook; the interests between those who act for them stand in.",
    },
  },
  "W-18": {
    instead: { areas: ["pub_works"] },
    why: {
      zh: "施工、供应方是业务件的供应商，只在工程事项中如此。",
      en: "The case's supplier is the contractor only in matters of works.",
    },
  },
};
