// From a rule's kind and check to its sentence.
import type { Kind } from "../../domain/rule-kinds.ts";
import { absence, relationForms, sequenceForms, splitForms, tenureForms } from "./forms/case-forms.ts";
import {
  neverTogether,
  samePerson,
  seniority,
  separateDuties,
  separateUnits,
  twoPerson,
  withinAuthority,
} from "./forms/duty-forms.ts";
import { concentrationForms, tempoForms } from "./forms/lead-forms.ts";
import type { Form } from "./slot.ts";

type Values = Readonly<Record<string, unknown>>;

/** The parameter that tells a kind's sentences apart, and these by its value; the first is what a new rule starts as. */
export const formsOf: Partial<Record<Kind, { by: string; forms: Readonly<Record<string, Form>> }>> = {
  sequence: { by: "check", forms: sequenceForms },
  "split-amount": { by: "test", forms: splitForms },
  relation: { by: "counterpart", forms: relationForms },
  tenure: { by: "check", forms: tenureForms },
  tempo: { by: "check", forms: tempoForms },
  concentration: { by: "check", forms: concentrationForms },
};
type OneForm = Exclude<Kind, "sequence" | "split-amount" | "relation" | "tenure" | "tempo" | "concentration">;
const single: Record<OneForm, (parameters: Values) => Form> = {
  "separate-duties": () => separateDuties,
  "never-together": () => neverTogether,
  "same-person": () => samePerson,
  "separate-units": () => separateUnits,
  "two-person": twoPerson,
  seniority: () => seniority,
  "within-authority": () => withinAuthority,
  absence: () => absence,
};

export function formOf(kind: Kind, parameters: Values): Form {
  const several = formsOf[kind];
  if (several) {
    const form = several.forms[String(parameters[several.by])];
    if (!form) throw new Error(`no sentence for ${kind} ${String(parameters[several.by])}`);
    return form;
  }
  return single[kind as OneForm](parameters);
}
