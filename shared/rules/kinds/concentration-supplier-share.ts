// concentration/supplier-share: one supplier gets most of a requester's or department's cases of a year.
import type { Case } from "../../domain/approval.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { departmentText, percentText, personText, supplierText } from "../sentence.ts";
import type { DatedCase, View } from "../view.ts";
import { caseSets, datedInScope, requestersOf, yearOf } from "./dated-cases.ts";
import { type Breach, type Context, type Fold, found, noBreach } from "./kind.ts";

type Asked = Extract<Parameters<"concentration">, { check: "supplier-share" }>;

interface State {
  key: string;
  count: number;
  shares: Map<string, DatedCase[]>;
}

export const supplierShare = (context: Context<"concentration">, asked: Asked): Fold<DatedCase, State> => {
  const { view, admits } = context;
  const buyerOf = (of: Case): string | null => (asked.by === "requester" ? of.requesterId : of.departmentId);
  return {
    unmet: view.world.cases.some(
      (of) => of.supplierId !== null && buyerOf(of) !== null && admits(of.matterId),
    )
      ? null
      : asked.by === "requester"
        ? { zh: "业务件缺少供应商或申请人", en: "no case names its supplier and requester" }
        : { zh: "业务件缺少供应商或部门", en: "no case names its supplier and department" },
    groups: (touched) =>
      caseSets(
        datedInScope(context).filter((one) => one.case.supplierId !== null),
        (one) => {
          const buyer = buyerOf(one.case);
          return buyer === null ? null : JSON.stringify([buyer, yearOf(one.day)]);
        },
        touched,
      ),
    start: (key) => ({ key, count: 0, shares: new Map() }),
    step(state, one) {
      const { supplierId } = one.case;
      if (supplierId === null) return noBreach;
      state.count += 1;
      const share = state.shares.get(supplierId);
      if (share) share.push(one);
      else state.shares.set(supplierId, [one]);
      return noBreach;
    },
    finish({ key, count, shares }) {
      if (count < asked.minCases) return found([]);
      return found(
        [...shares]
          .filter(([, own]) => own.length * 1000 >= count * asked.permille)
          .map(([supplierId, own]) => breachOf(view, asked, { key, count, supplierId, own })),
      );
    },
  };
};

interface Share {
  key: string;
  count: number;
  supplierId: string;
  own: readonly DatedCase[];
}
function breachOf(view: View, asked: Asked, { key, count, supplierId, own }: Share): Breach {
  const cases = own.map((one) => one.case);
  const day = own.at(-1)?.day ?? "";
  const [year, of] = [day.slice(0, 4), cases[0]];
  return {
    groupKey: key,
    subject: supplierId,
    anchor: year,
    basis: "actual",
    personIds: requestersOf(cases),
    day,
    acts: [],
    cases,
    ...(asked.by === "department" ? { departmentId: of?.departmentId ?? null } : {}),
    say: () => {
      const supplier = supplierText(view, supplierId);
      const buyer =
        asked.by === "requester"
          ? personText(view, of?.requesterId ?? "")
          : departmentText(view, of?.departmentId ?? "");
      const share = percentText(asked.permille);
      return {
        zh: `${buyer.zh}于 ${year} 年申请的 ${count} 件业务中，${own.length} 件由${supplier.zh}承接，达到 ${share}，疑似过于集中。`,
        en: `Of ${count} cases requested by ${buyer.en} in ${year}, ${own.length} went to ${supplier.en}, ${share} or more: possibly too much to one supplier.`,
      };
    },
  };
}
