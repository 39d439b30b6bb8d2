// The second sentence of every rule: where it applies, from when to when, how grave a conflict is, what the gate does.
import { severities } from "../../../domain/conflict.ts";
import { areaNames, areas } from "../../../domain/duty.ts";
import { effects } from "../../../domain/rule.ts";
import { type Form, type Option, option } from "../slot.ts";

const severityNames = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
};
const effectNames = {
  refuse: { zh: "拦截", en: "refused" },
  warn: { zh: "警示", en: "warned of" },
  note: { zh: "只记录", en: "only noted" },
};
const areaOptions: readonly Option[] = areas.map((area) => ({ value: area, words: areaNames[area] }));

export const frame: Form = {
  sentence: {
    zh: "适用于{scope.areas}的{scope.matters}，自{inForce.from}起，至{inForce.until}止；发现的冲突级别为{severity}，办理前核对时{effect}。",
    en: "It applies to {scope.matters} of {scope.areas}, from {inForce.from} until {inForce.until}; a conflict is of {severity} severity; before an act it is {effect}.",
  },
  slots: {
    "scope.areas": {
      type: "choices",
      options: areaOptions,
      none: { zh: "各个领域", en: "every area" },
      name: { zh: "领域", en: "Areas" },
    },
    "scope.matters": {
      type: "matters",
      none: { zh: "各项事项", en: "every matter" },
      name: { zh: "事项", en: "Matters" },
    },
    "inForce.from": {
      type: "day",
      none: { zh: "一开始", en: "the beginning" },
      name: { zh: "生效日", en: "In force from" },
    },
    "inForce.until": {
      type: "day",
      none: { zh: "另行停用", en: "further notice" },
      name: { zh: "最后一日", en: "Last day" },
    },
    severity: {
      type: "choice",
      options: severities.map((value) => ({ value, words: severityNames[value] })),
      name: { zh: "级别", en: "Severity" },
    },
    effect: {
      type: "choice",
      options: effects.map((value) => option(value, effectNames[value].zh, effectNames[value].en)),
      none: { zh: "按默认处理", en: "treated by default" },
      name: { zh: "办理前核对", en: "Before an act" },
    },
  },
};
export const effectWords = effectNames;
