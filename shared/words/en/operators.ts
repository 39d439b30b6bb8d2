// English: operators: who is at work at this computer, and in which roles.
import type { operators as zh } from "../zh/operators.ts";

export const operators: typeof zh = {
  title: "Operators",
  nobody: "Choose an operator",
  nobodyHint: "Nobody is chosen: you can look, not change",
  look: "Nobody, just looking",
  setUp: "Set up operators…",
  manage: "Manage operators…",
  unprotected: "Names are not yet protected by passwords: whoever sits at this computer can choose any name.",
  soleWhy:
    "No operators are set up: whoever sits here holds every role, and each change is marked “no second person” in the journal.",
  firstWhy:
    "Once operators exist, each change is recorded under the chosen name; with nobody chosen you can only look.",
  secondWhy:
    "As soon as there is another reviewer, edits of authorities and rules go into a change set and take effect when that person approves it.",
  secondPerson: "Edits of authorities and rules go into a change set for another reviewer to approve",
  empty: "No operators yet",
  add: "Add an operator",
  change: (name) => `Change ${name}`,
  changeIt: "Change",
  end: "End",
  endName: (name) => `End ${name}`,
  endTitle: (name) => `End operator ${name}?`,
  endHelp: "The name can no longer be chosen; what was done under it stays under it. This can be undone.",
  name: "Name",
  nameHint: "Written to the journal; no two operators share one",
  person: "In the roster",
  personHint: "Choose the person if they are in the roster, so that their own powers can be considered",
  noPerson: "Not in the roster",
  roles: "Roles",
  rolesNone: "Please choose at least one role",
  nameMissing: "Please enter a name",
  rolesWhy: {
    configurator: "drafts and changes authorities and rules, submits change sets",
    reviewer: "approves or rejects change sets that others submitted",
    scheduler: "keeps people, posts and rotation",
    auditor: "sees everything, changes nothing",
  },
  save: "Save operator",
  saved: (name) => `Operator saved: ${name}`,
  ended: (name) => `Operator ended: ${name}`,
  chosen: (name) => `${name} is now at work. Names are not yet protected by passwords.`,
  none: "Nobody is chosen now: you can look, not change.",
};
