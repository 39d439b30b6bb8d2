// A draft as an OA names things, understood as an act on a case of this workbook.
import type { Draft } from "../../../shared/contract/gate.ts";
import type { Approval, Case } from "../../../shared/domain/approval.ts";
import type { Matter, Step } from "../../../shared/domain/authority.ts";
import { addDays, dayOf, instantOf } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Person } from "../../../shared/domain/organisation.ts";
import type { KeptGate } from "./kept-gate.ts";

export interface Understood {
  person: Person;
  matter: Matter;
  step: Step;
  of: Case;
  /** The workbook does not know the case yet. */
  isNew: boolean;
  draft: Approval;
}
/** Ids of what is not stored; no stored id looks like them. */
export const draftId = "draft";
const newCaseId = "new case";

const unknown = (what: { zh: string; en: string }, value: string) =>
  fault(
    "missing",
    {
      zh: `工作簿中没有${what.zh}“${value}”。请核对编号，或先在“组织”“分权”中补录。`,
      en: `The workbook has no ${what.en} “${value}”. Check its number, or add it first.`,
    },
    { value },
  );

/** As imports read codes: an OA's full-width digits or a blank at the end are the same case, not a new one. */
const asCode = (words: string): string => words.normalize("NFKC").trim();

/** @throws FaultError `missing` names what is not known; `invalid` a step of another matter, a case of another matter */
export function understand({ plain, rows, log }: KeptGate, given: Draft): Understood {
  const asked: Draft = {
    ...given,
    person: asCode(given.person),
    onBehalfOf: given.onBehalfOf === null ? null : asCode(given.onBehalfOf),
    case: given.case === null ? null : asCode(given.case),
    matter: given.matter === null ? null : asCode(given.matter),
    step: asCode(given.step),
    // A blank is no document.
    docNo: given.docNo?.trim() || null,
  };
  const { facts } = plain;
  const personOf = (value: string): Person => {
    const found = plain.people.get(value) ?? facts.people.find(({ staffNo }) => staffNo === value);
    if (!found) throw unknown({ zh: "人员", en: "person" }, value);
    return found;
  };
  const person = personOf(asked.person);
  const principal = asked.onBehalfOf === null ? null : personOf(asked.onBehalfOf);
  const known = asked.case === null ? null : (rows.caseByNo(asked.case) ?? rows.caseById(asked.case));
  const named =
    asked.matter === null
      ? null
      : (plain.matters.get(asked.matter) ?? facts.matters.find(({ code }) => code === asked.matter) ?? null);
  if (asked.matter !== null && !named) throw unknown({ zh: "事项", en: "matter" }, asked.matter);
  if (asked.case !== null && !known && !named) throw unknown({ zh: "业务件", en: "case" }, asked.case);
  const matter = known ? plain.matters.get(known.case.matterId) : named;
  if (!matter)
    throw fault("invalid", {
      zh: "请写明业务件，或写明事项（将按新业务件试问）。",
      en: "Name a case, or a matter: it is then asked about as a new case.",
    });
  if (known && named && named.id !== matter.id)
    throw fault("invalid", {
      zh: `业务件 ${known.case.caseNo} 属于事项“${matter.name}”，不是“${named.name}”。`,
      en: `Case ${known.case.caseNo} is of matter “${matter.name}”, not “${named.name}”.`,
    });
  const steps = plain.stepsOf.get(matter.id) ?? [];
  const step = steps.find(({ id }) => id === asked.step) ?? steps.find(({ code }) => code === asked.step);
  if (!step) {
    const elsewhere =
      plain.steps.get(asked.step) ?? facts.steps.find(({ code }) => code === asked.step) ?? null;
    if (!elsewhere) throw noStep(asked.step, matter, steps);
    throw fault("invalid", {
      zh: `环节“${elsewhere.name}”不属于事项“${matter.name}”。请选择该事项的环节。`,
      en: `Step “${elsewhere.name}” is not of matter “${matter.name}”. Choose one of its steps.`,
    });
  }
  const of = known?.case ?? newCase(asked, matter);
  return {
    person,
    matter,
    step,
    of,
    isNew: known === null,
    draft: {
      id: draftId,
      // Behind what an import gave the same moment and step.
      naturalKey: "~draft",
      caseId: of.id,
      stepId: step.id,
      personId: person.id,
      onBehalfOfId: principal?.id ?? null,
      postId: null,
      action: asked.action,
      amount: known ? asked.amount : null,
      happenedAt: instantAsked(asked, facts.settings.timeZone, known ? log.approvalsOf(of.id) : []),
      recordedAt: null,
      docNo: asked.docNo,
      terminal: null,
      source: "gate",
    },
  };
}

function noStep(value: string, matter: Matter, steps: readonly Step[]) {
  const known = steps.map(({ code, name }) => `${code} ${name}`);
  return fault(
    "missing",
    {
      zh: `事项“${matter.name}”没有环节“${value}”。它的环节：${known.join("、")}。`,
      en: `Matter “${matter.name}” has no step “${value}”. Its steps: ${known.join(", ")}.`,
    },
    { value },
  );
}

const newCase = (asked: Draft, matter: Matter): Case => ({
  id: newCaseId,
  caseNo: asked.case ?? "",
  matterId: matter.id,
  departmentId: null,
  requesterId: null,
  amount: asked.amount,
  category: null,
  budgetProject: null,
  supplierId: null,
  method: null,
  isChangeApproved: false,
  openedOn: asked.day,
  closedOn: null,
});

/** Without a time of day: after everything that the case has seen that day, so that the order of the day is kept. */
function instantAsked({ day, time }: Draft, zone: string, approvals: readonly Approval[]): number {
  if (time !== null) return instantOf(day, time, zone);
  const latest = approvals
    .map(({ happenedAt }) => happenedAt)
    .filter((at) => dayOf(at, zone) === day)
    .reduce((last, at) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  const start = instantOf(day, "00:00", zone);
  if (latest < start) return start;
  return Math.min(latest + 1, instantOf(addDays(day, 1), "00:00", zone) - 1);
}
