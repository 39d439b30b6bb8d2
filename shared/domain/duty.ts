// Duties, their types, and which general duties a specific one implies.
import { z } from "zod";
import catalogue from "./duty-catalogue.json" with { type: "json" };
import { type Text, textSchema } from "./text.ts";

export const dutyTypes = [
  "initiate",
  "authorise",
  "execute",
  "custody",
  "record",
  "verify",
  "supervise",
  "advise",
  "external",
] as const;
export type DutyType = (typeof dutyTypes)[number];

export const dutySchema = z.object({
  code: z.string().min(1),
  name: textSchema,
  type: z.enum(dutyTypes),
  /** Codes of the more general duties that holding this one implies (not closed). */
  implies: z.array(z.string()),
});
export type Duty = z.infer<typeof dutySchema>;

/** The catalogue that every workbook starts with; a unit adds its own duties beside it. */
export const builtInDuties: readonly Duty[] = z.array(dutySchema).parse(catalogue);

/**
 * Every duty that holding `code` amounts to, itself included.
 * Beside the listed implications, any duty of type authorise implies `approve`, initiate implies `apply`.
 */
export function impliedDuties(duties: ReadonlyMap<string, Duty>, code: string): ReadonlySet<string> {
  const closed = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (closed.has(next)) continue;
    closed.add(next);
    const duty = duties.get(next);
    if (!duty) continue;
    open.push(...duty.implies);
    if (duty.type === "authorise") open.push("approve");
    if (duty.type === "initiate") open.push("apply");
  }
  return closed;
}

export const areas = [
  "budget_alloc",
  "state_asset",
  "gov_invest",
  "gov_proc",
  "pub_trade",
  "pub_works",
  "accounting",
  "revenue_expense",
  "bill_seal",
  "budget",
  "contract",
  "it_system",
  "cross",
] as const;
export type Area = (typeof areas)[number];
export const areaNames: Record<Area, Text> = {
  budget_alloc: { zh: "财政资金分配", en: "Fund allocation" },
  state_asset: { zh: "国有资产监管", en: "State assets" },
  gov_invest: { zh: "政府投资", en: "Government investment" },
  gov_proc: { zh: "政府采购", en: "Government procurement" },
  pub_trade: { zh: "公共资源交易", en: "Public-resource trading" },
  pub_works: { zh: "公共工程建设", en: "Public works" },
  accounting: { zh: "会计与资金支付", en: "Accounting and payment" },
  revenue_expense: { zh: "收支", en: "Revenue and expense" },
  bill_seal: { zh: "票据印章", en: "Bills and seals" },
  budget: { zh: "预算", en: "Budget" },
  contract: { zh: "合同", en: "Contracts" },
  it_system: { zh: "信息系统", en: "Information systems" },
  cross: { zh: "通用", en: "General" },
};
export const areaSchema = z.enum(areas);
