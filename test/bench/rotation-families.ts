// The families of rotation instances: what makes an office easy, tight or impossible. Norms and numbers are ours.

/** Shares in permille. */
export interface Traits {
  keyPermille: number;
  reservePermille: number;
  /** Chance that a person has a common, a scarce qualification beside the one of their post. */
  commonSkill: number;
  scarceSkill: number;
  /** Near relatives, as a share of the people. */
  relativePermille: number;
  /** Limits of key posts in months, drawn evenly. */
  limits: readonly number[];
  /** Limits are lengthened where a department's share of arrivals could never keep them: the norms do not contradict each other. */
  isConsistent: boolean;
  /** Time served is drawn freely: departments start with more due than their share lets in. */
  hasBacklog: boolean;
  /** People who leave, are absent or exempt within the horizon. */
  eventPermille: number;
  /** Matters that must stay staffable; 0: none. */
  matters: number;
  /** What is planted so that no plan exists, and can be counted. */
  planted: "skill" | "share" | "relations" | null;
}

const plain: Traits = {
  keyPermille: 600,
  reservePermille: 60,
  commonSkill: 300,
  scarceSkill: 150,
  relativePermille: 50,
  limits: [24, 36, 36, 60],
  isConsistent: true,
  hasBacklog: false,
  eventPermille: 0,
  matters: 0,
  planted: null,
};
const tight: Traits = { ...plain, reservePermille: 20, commonSkill: 200, scarceSkill: 80 };
const tighter: Traits = {
  ...tight,
  keyPermille: 700,
  reservePermille: 10,
  commonSkill: 120,
  scarceSkill: 30,
  relativePermille: 100,
  limits: [24, 24, 36],
  isConsistent: false,
};
/** As scarce as `tighter`, with norms that can be kept. */
const scarce: Traits = { ...tighter, limits: plain.limits, isConsistent: true };

export const families = {
  plain,
  easy: { ...plain, keyPermille: 500, reservePermille: 100, commonSkill: 500, scarceSkill: 400 },
  tight,
  backlog: { ...plain, hasBacklog: true, eventPermille: 30 },
  scarce,
  tighter,
  "over-skill": { ...plain, planted: "skill" },
  "over-share": { ...plain, planted: "share" },
  "over-relations": { ...plain, planted: "relations" },
  staff: { ...plain, reservePermille: 40, eventPermille: 20, matters: 20 },
} as const satisfies Record<string, Traits>;
export type Family = keyof typeof families;
export const familyNames = Object.keys(families) as Family[];
export const isFamily = (name: string): name is Family => Object.hasOwn(families, name);
