// What must hold between the cells of one row, whatever the rest of the workbook says.
import type { SheetKind } from "../domain/sheet-column.ts";
import type { Text } from "../domain/text.ts";
import type { RawValue } from "./cell-parse.ts";

export interface CrossProblem {
  /** Key of the column at fault. */
  key: string;
  reason: Text;
}
type Values = Readonly<Record<string, RawValue>>;
const reason = (zh: string, en: string): Text => ({ zh, en });
const day = (value: RawValue | undefined): string | null => (typeof value === "string" ? value : null);

function ordered(values: Values, from: string, until: string, isHalfOpen: boolean): CrossProblem[] {
  const first = day(values[from]);
  const end = day(values[until]);
  if (first === null || end === null || (isHalfOpen ? end > first : end >= first)) return [];
  return [
    {
      key: until,
      reason: reason(
        `结束早于开始（${first}）。请核对两个日期。`,
        `It ends before it begins (${first}). Check both days.`,
      ),
    },
  ];
}

function exactlyOne(values: Values, one: string, other: string, zh: string, en: string): CrossProblem[] {
  const filled = [values[one], values[other]].filter((value) => value !== null && value !== undefined);
  return filled.length === 1 ? [] : [{ key: one, reason: reason(zh, en) }];
}

function amountRange(values: Values): CrossProblem[] {
  const { over, upTo } = values;
  if (typeof over !== "number" || typeof upTo !== "number" || over < upTo) return [];
  return [
    {
      key: "upTo",
      reason: reason(
        "额度上限应大于下限。请核对金额和单位（元或万元）。",
        "The upper bound must exceed the lower one. Check the amounts and their unit.",
      ),
    },
  ];
}

// A limit of no months and a ceiling of nothing would forbid everything without saying so.
const aboveZero: Partial<Record<SheetKind, string>> = {
  posts: "tenureLimitMonths",
  "tenure-policies": "limitMonths",
  authorities: "upTo",
};
function positive(values: Values, key: string | undefined): CrossProblem[] {
  if (key === undefined || values[key] !== 0) return [];
  return [
    {
      key,
      reason: reason(
        "应大于零；没有限制时留空。",
        "It must be above zero; leave it empty where there is no limit.",
      ),
    },
  ];
}

/** Longer than a term no stay can be asked for; the workbook keeps overlaps up to sixty working days. */
function policyRange({ limitMonths, minStayMonths, overlapDays }: Values): CrossProblem[] {
  const found: CrossProblem[] = [];
  if (typeof limitMonths === "number" && typeof minStayMonths === "number" && minStayMonths > limitMonths)
    found.push({
      key: "minStayMonths",
      reason: reason("不能长于轮岗周期。", "It cannot be longer than the limit."),
    });
  if (typeof overlapDays === "number" && overlapDays > 60)
    found.push({
      key: "overlapDays",
      reason: reason("交接重叠最多 60 个工作日。", "A handover overlap is at most 60 working days."),
    });
  return found;
}

/** Problems between cells; cells that could not be read are absent from `values` and are not judged. */
export function crossProblems(kind: SheetKind, values: Values): CrossProblem[] {
  const found = ordered(values, "from", "until", true);
  found.push(...positive(values, aboveZero[kind]));
  if (kind === "delegations" && values.fromPersonId && values.fromPersonId === values.toPersonId)
    found.push({
      key: "toPersonId",
      reason: reason(
        "授权人与被授权人是同一人。请核对工号。",
        "Giver and receiver are the same person: check the staff numbers.",
      ),
    });
  if (kind === "people") found.push(...ordered(values, "joinedOn", "leavesOn", true));
  if (kind === "tenure-policies") found.push(...policyRange(values));
  if (kind === "cases") found.push(...ordered(values, "openedOn", "closedOn", false));
  if (kind === "relations" && "otherPersonId" in values && "supplierId" in values)
    found.push(
      ...exactlyOne(
        values,
        "otherPersonId",
        "supplierId",
        "对方工号与供应商编码应填一个，且只填一个。",
        "Fill in either the other person or the supplier, not both.",
      ),
    );
  if (kind === "authorities") {
    found.push(...amountRange(values));
    if ("postId" in values && "personId" in values)
      found.push(
        ...exactlyOne(
          values,
          "postId",
          "personId",
          "岗位编码与被授权人工号应填一个，且只填一个。",
          "Fill in either the post or the person, not both.",
        ),
      );
  }
  return found;
}
