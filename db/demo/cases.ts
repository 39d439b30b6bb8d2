// The ordinary work of the bureau: every matter's cases over the years of the log, none of which breaks a rule.

import { builtInDuties } from "../../shared/domain/duty.ts";
import { crowding, dealings, drawAmount, drawMethod, drawSupplier, projectCodes } from "./case-facts.ts";
import { type Forces, runCase } from "./case-maker.ts";
import type { Draft, DraftCase } from "./draft.ts";
import type { MatterType } from "./matter-types.ts";
import { outsideDepartments } from "./post-types.ts";
import type { Roster } from "./roster.ts";
import { dayAt, dayNumber, numberOfMoment, workdayFrom } from "./workdays.ts";

export type Given = Partial<Omit<DraftCase, "matter" | "acts" | "caseNo">>;
export interface CaseBook {
  /** Opens a case on that day, runs it and keeps it. */
  open: (matter: string, day: number, given?: Given, forces?: Forces) => DraftCase;
}

const withProject = new Set(["CG", "XJ", "ZP", "ZF"]);

export function caseBook(draft: Draft, roster: Roster): CaseBook {
  const crowds = crowding();
  const dealt = dealings();
  const projectOf = projectCodes(draft.random);

  const supplierFor = (matter: MatterType, category: string | null, requester: string, day: number) => {
    let drawn = drawSupplier(draft, matter, category);
    for (let tries = 0; tries < 12 && dealt.isThird(requester, drawn, day); tries += 1)
      drawn = drawSupplier(draft, matter, category);
    return drawn;
  };

  const requesterOn = (matter: MatterType, day: number): { requester: string; department: string } | null => {
    const step = matter.steps.find((it) => it.isByRequester) ?? matter.steps[0];
    const there = step
      ? roster
          .options(step.code, null, day)
          .filter(
            (it) =>
              it.behalfOf === null &&
              roster.isThere(it.staffNo, day) &&
              !roster.hasKin(it.staffNo) &&
              !(it.post !== null && outsideDepartments.has(roster.post(it.post).type.department)),
          )
      : [];
    if (there.length === 0) return null;
    const { staffNo, post } = draft.random.pick(there);
    return { requester: staffNo, department: post === null ? "" : roster.post(post).type.department };
  };

  const amountFor = (matter: MatterType, keys: readonly string[], day: number): number | null => {
    if (matter.amounts.length === 0) return null;
    for (;;) {
      const amount = drawAmount(draft.random, matter.amounts);
      if (crowds.isCrowded(keys, amount, day)) continue;
      crowds.note(keys, amount, day);
      return amount;
    }
  };

  const open: CaseBook["open"] = (code, from, given = {}, forces = {}) => {
    const matter = draft.matters.find((it) => it.code === code);
    if (!matter) throw new Error(`no matter ${code}`);
    let day = workdayFrom(from);
    let asked = requesterOn(matter, day);
    while (!asked) {
      day = workdayFrom(day + 1);
      asked = requesterOn(matter, day);
    }
    const requester = given.requester ?? asked.requester;
    const department =
      given.department ?? (given.requester ? departmentOf(roster, given.requester, day) : asked.department);
    const category =
      given.category ?? (matter.categories.length > 0 ? draft.random.pick(matter.categories) : null);
    const supplier = given.supplier ?? supplierFor(matter, category, requester, day);
    const keys = [`${requester}|${category}`, ...(supplier ? [`${supplier}|${category}`] : [])];
    const amount = given.amount ?? amountFor(matter, keys, day);
    const drawnMethod = drawMethod(draft.random, matter.methods, amount ?? 0);
    const method =
      drawnMethod === "single_source" && dealt.isThirdSole(supplier, day) ? "inquiry" : drawnMethod;
    const it: DraftCase = {
      caseNo: "",
      matter,
      department,
      requester,
      amount,
      category,
      project: category !== null && withProject.has(code) ? projectOf(department, day, category) : null,
      supplier,
      method,
      isChangeApproved: false,
      opened: day,
      closed: null,
      acts: [],
      ...given,
    };
    for (const shift of [0, 15, 30, -20, 45, -45, 70, -70]) {
      it.opened = workdayFrom(day + shift);
      if (!runCase(draft, roster, it, forces) || isFirstYearEnd(draft, it)) continue;
      if (it.acts.length > 0) draft.cases.push(it);
      dealt.note(it);
      return it;
    }
    throw new Error(`a case of ${matter.name} finds nobody around ${dayAt(day)}`);
  };
  return { open };
}

/** Decided in the last days of the year in which the log begins: with half a year before them they would look like a rush. */
function isFirstYearEnd(draft: Draft, it: DraftCase): boolean {
  const yearEnd = dayNumber(`${dayAt(draft.start).slice(0, 4)}-12-31`);
  const decided = it.acts.find((act) => act.action !== "reject" && isDecision(it.matter, act.step));
  const day = decided ? numberOfMoment(decided.happened) : it.opened;
  return it.amount !== null && day > yearEnd - 10 && day <= yearEnd;
}
const typeOf = new Map(builtInDuties.map((duty) => [duty.code, duty.type]));
const isDecision = (matter: MatterType, step: string): boolean =>
  typeOf.get(matter.steps.find((it) => it.code === step)?.duty ?? "") === "authorise";

const departmentOf = (roster: Roster, staffNo: string, day: number): string => {
  const post = roster.ownPost(staffNo, day);
  return post === null ? "" : roster.post(post).type.department;
};

/** Spreads each matter's cases over the log; a few are still open where it ends. */
export function addOrdinaryCases(draft: Draft, book: CaseBook): void {
  const years = (draft.end - draft.start) / 1096;
  for (const matter of draft.matters) {
    const [city, small] = matter.cases;
    const count = Math.round((draft.size === "city" ? city : small) * years);
    const length = draft.end - draft.start - 2;
    for (let nth = 0; nth < count; nth += 1) {
      const day =
        draft.start +
        Math.floor((length * nth) / count) +
        draft.random.between(0, Math.floor(length / count));
      book.open(matter.code, Math.min(day, draft.end - 1));
    }
  }
}

/** Numbers the cases of each matter by opening day, so that a planted one looks like any other. */
export function numberCases(draft: Draft, yearOf: (day: number) => string): void {
  const last = new Map<string, number>();
  const inOrder = draft.cases
    .map((it) => ({ it, key: it.acts[0]?.happened ?? it.opened * 1440 }))
    .sort((a, b) => a.key - b.key);
  draft.cases = inOrder.map(({ it }) => it);
  for (const it of draft.cases) {
    const series = `${it.matter.code}-${yearOf(it.opened)}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    it.caseNo = `${series}-${String(number).padStart(4, "0")}`;
  }
}
