// Sentences about who does or holds which duties.
import { coverageOptions, unitOptions } from "../choices.ts";
import { type Form, option } from "../slot.ts";
import { choice, choices, count, duties, duty, earlier, later, maxHeld, quietDays } from "../slots.ts";

export const separateDuties: Form = {
  sentence: {
    zh: "同一业务件中，{duties}至多由同一人办理其中{maxHeld}项。",
    en: "In one case the same person does at most {maxHeld} of {duties}.",
  },
  slots: { duties, maxHeld },
};
export const neverTogether: Form = {
  sentence: {
    zh: "同一人在同一时间，对{duties}至多担任其中{maxHeld}项。",
    en: "At any one time the same person holds at most {maxHeld} of {duties}.",
  },
  slots: { duties, maxHeld },
};
export const samePerson: Form = {
  sentence: {
    zh: "同一业务件中，{duties}须由同一人办理。",
    en: "In one case {duties} are done by the same person.",
  },
  slots: { duties },
};
export const separateUnits: Form = {
  sentence: {
    zh: "同一业务件中，{duties}至多由同一{unit}办理其中{maxHeld}项。",
    en: "In one case the same {unit} does at most {maxHeld} of {duties}.",
  },
  slots: { duties, maxHeld, unit: choice("按什么算", "Counted by", unitOptions) },
};

/** Experts are three numbers of their own, said only where they are asked for. */
export function twoPerson(parameters: Readonly<Record<string, unknown>>): Form {
  const hasExperts = parameters.experts !== null && parameters.experts !== undefined;
  const byOrgan = parameters.countBy === "organ";
  const countBy = choice("按什么算", "Counted by", [
    option("person", "人", "people"),
    option("organ", "家机构", "organs"),
  ]);
  return {
    sentence: {
      zh: `同一业务件中，{duty}须由至少{minPersons}{countBy}办理，${byOrgan ? "家数" : "人数"}{isOdd}，{experts}${
        hasExperts ? "：每{experts.of}人中至少{experts.atLeast}人具备{experts.qualification}资格" : ""
      }；{quietDays}天没有新办理的，视为办结。`,
      en: `In one case {duty} is done by at least {minPersons} {countBy}, {isOdd}, {experts}${
        hasExperts
          ? ": of every {experts.of} people at least {experts.atLeast} are qualified as {experts.qualification}"
          : ""
      }; a case counts as closed after {quietDays} days without an act.`,
    },
    slots: {
      duty: duty(),
      minPersons: count("至少几人", "At least", ["人", "people"]),
      countBy,
      isOdd: choice("单数", "Odd number", [
        option(false, "不论单双", "odd or even in number"),
        option(true, "须为单数", "odd in number"),
      ]),
      experts: {
        type: "part",
        on: { zh: "须有专家", en: "with experts" },
        off: { zh: "不要求专家", en: "experts not asked for" },
        start: { qualification: "expert", atLeast: 2, of: 3 },
        name: { zh: "专家", en: "Experts" },
      },
      ...(hasExperts
        ? {
            "experts.of": count("每几人", "Of every", ["人", "people"]),
            "experts.atLeast": count("至少几名专家", "Experts at least", ["人", "people"]),
            "experts.qualification": {
              type: "words",
              name: { zh: "资格代码", en: "Qualification code" },
            } as const,
          }
        : {}),
      quietDays,
    },
  };
}
export const seniority: Form = {
  sentence: {
    zh: "同一业务件中，办理{later}的人，层级须高于此前办理{earlier}的人。",
    en: "In one case whoever does {later} ranks above those who did {earlier} before.",
  },
  slots: { earlier, later },
};
export const withinAuthority: Form = {
  sentence: {
    zh: "每一笔办理都须在授权之内；有下列情形之一的列为疑似冲突：{reasons}。",
    en: "Every act is within an authority; suspected are acts with {reasons}.",
  },
  slots: { reasons: choices("情形", "Cases", coverageOptions) },
};
