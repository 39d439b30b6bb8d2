// The starter pack: the rules that every new workbook begins with, one file an area, parsed once.

import type { Rule } from "../../domain/rule.ts";
import { type RulePack, rulePackSchema } from "../../domain/rule-pack.ts";
import accounting from "./accounting.json" with { type: "json" };
import billSeal from "./bill-seal.json" with { type: "json" };
import budget from "./budget.json" with { type: "json" };
import budgetAlloc from "./budget-alloc.json" with { type: "json" };
import contract from "./contract.json" with { type: "json" };
import cross from "./cross.json" with { type: "json" };
import govInvest from "./gov-invest.json" with { type: "json" };
import govProc from "./gov-proc.json" with { type: "json" };
import itSystem from "./it-system.json" with { type: "json" };
import pubTrade from "./pub-trade.json" with { type: "json" };
import pubWorks from "./pub-works.json" with { type: "json" };
import redFlags from "./red-flags.json" with { type: "json" };
import revenueExpense from "./revenue-expense.json" with { type: "json" };
import stateAsset from "./state-asset.json" with { type: "json" };

export const packs: readonly RulePack[] = [
  cross,
  accounting,
  revenueExpense,
  billSeal,
  budget,
  budgetAlloc,
  stateAsset,
  govInvest,
  govProc,
  pubTrade,
  pubWorks,
  contract,
  itSystem,
  redFlags,
].map((data) => rulePackSchema.parse(data));

export const starterRules: readonly Rule[] = packs.flatMap((pack) => pack.rules);
