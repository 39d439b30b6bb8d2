// One change set as its page shows it: its edits in words, what whoever asks may do with it, and what stands beside it.
import type { z } from "zod";
import { type changes, effectSchema } from "../../../shared/contract/changes.ts";
import { decisionsOf, editsOf, type StoredSet } from "../../queries/change-sets.ts";
import { actorAt } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { whyNot } from "./may.ts";
import { editsInWords } from "./sentence.ts";
import { groundOf, shownSet, shownSets } from "./shown.ts";
import { isStale, sinceBase } from "./stale.ts";
import { lacking } from "./terms.ts";

type View = z.infer<typeof changes.view.output>;

export function viewOf(desk: Desk, set: StoredSet): View {
  const db = desk.db();
  const edits = editsOf(db, set.id);
  const decisions = decisionsOf(db, set.id);
  const { facts, rules, day } = groundOf(desk, set);
  const told = editsInWords(
    facts,
    rules,
    edits.map(({ edit }) => edit),
    day,
  );
  const isOpen = set.state === "draft" || set.state === "submitted";
  const effect = decisions.findLast((one) => one.effect !== null)?.effect ?? null;
  const actor = actorAt(desk);
  const lacks = isOpen ? lacking(desk, set, edits) : [];
  return {
    set: shownSet(desk, set, decisions, edits.length),
    edits: edits.map(({ key, edit }, at) => {
      const stale = isOpen && isStale(db, edit, set.baseSeq);
      const named = { zh: key, en: key };
      const { sentence, ...words } = told[at] ?? {
        act: named,
        title: named,
        before: null,
        after: null,
        sentence: named,
      };
      return {
        key,
        edit,
        sentence,
        words,
        isStale: stale,
        sinceBase: stale ? sinceBase(db, edit) : null,
      };
    }),
    effect: set.state === "draft" || effect === null ? null : effectSchema.parse(JSON.parse(effect)),
    may: {
      edit: whyNot(desk, actor, set, "edit"),
      submit: whyNot(desk, actor, set, "submit") ?? (set.state === "draft" ? (lacks[0] ?? null) : null),
      approve: whyNot(desk, actor, set, "decide"),
      withdraw: whyNot(desk, actor, set, "withdraw"),
      copy: whyNot(desk, actor, set, "copy"),
    },
    lacks,
    history: decisions.map(({ act, by, at, words }) => ({ act, by, at, words })),
    branches: shownSets(
      desk,
      (one) => one.branchGroup !== null && one.branchGroup === set.branchGroup && one.id !== set.id,
    ),
  };
}
