// concentration/type-span: in one case, one person did duties of several types that should check each other.
import type { DutyType } from "../../domain/duty.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { dutyTypeChoices } from "../../domain/sheets.ts";
import { sameText, type Text } from "../../domain/text.ts";
import { creditedPersons } from "../cover.ts";
import { caseNoOf, listText, personText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { caseGroups, dutiesInScope } from "./grouping.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";

type Asked = Extract<Parameters<"concentration">, { check: "type-span" }>;

interface State {
  caseId: string;
  shares: Map<string, { acts: Act[]; types: Set<DutyType>; isBreached: boolean }>;
}

const typeText = (type: DutyType): Text =>
  dutyTypeChoices.find((choice) => choice.value === type)?.name ?? sameText(type);

export const typeSpan = (context: Context<"concentration">, asked: Asked): Fold<Act, State> => {
  const { view } = context;
  const asksFor = new Set<DutyType>(asked.types);
  const typeOf = (duty: string): DutyType | null => {
    const type = view.duties.get(duty)?.type;
    return type && asksFor.has(type) ? type : null;
  };
  const spanOf = (duties: Iterable<string>): number =>
    new Set([...duties].map(typeOf).filter((type) => type !== null)).size;

  return {
    unmet:
      spanOf(dutiesInScope(context)) >= asked.min
        ? null
        : {
            zh: `环节的职责类型在所列之中不足 ${asked.min} 类`,
            en: `the steps carry fewer than ${asked.min} of the types of duty`,
          },
    groups: (touched) =>
      caseGroups(context, touched, (shape) => spanOf(shape.steps.map((step) => step.duty)) >= asked.min),
    start: (caseId) => ({ caseId, shares: new Map() }),
    step({ caseId, shares }, act) {
      const type = typeOf(act.step.duty);
      if (type === null) return noBreach;
      const breaches: Breach[] = [];
      for (const personId of creditedPersons(view, act)) {
        const share = shares.get(personId) ?? { acts: [], types: new Set<DutyType>(), isBreached: false };
        shares.set(personId, share);
        share.acts.push(act);
        share.types.add(type);
        if (share.isBreached || share.types.size < asked.min) continue;
        share.isBreached = true;
        breaches.push({
          groupKey: caseId,
          subject: personId,
          anchor: "",
          basis: "actual",
          personIds: [personId],
          day: act.day,
          acts: share.acts,
          say: () => {
            const [who, caseNo] = [personText(view, personId), caseNoOf(view, caseId)];
            const types = listText([...share.types].map(typeText));
            return {
              zh: `${who.zh}在业务件 ${caseNo} 中一人办理${types.zh} ${share.types.size} 类职责，疑似缺少相互制约。`,
              en: `In case ${caseNo}, ${who.en} performed duties of ${share.types.size} types (${types.en.toLowerCase()}): possibly without a check by others.`,
            };
          },
        });
      }
      return breaches;
    },
  };
};
