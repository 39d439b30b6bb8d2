// A matter being made from a template: what was answered so far, what is still missing, and the edits it comes to; pure.
import type { Day } from "../../../../shared/domain/day.ts";
import type { Edit } from "../../../../shared/domain/edit.ts";
import type { Fen } from "../../../../shared/domain/money.ts";
import type { Template, TemplateStep } from "../../../../shared/domain/templates/template.ts";
import type { Language } from "../../../../shared/words/language.ts";
import type { MatrixView } from "../../../data/types.ts";

/** One rung of the unit's own ladder; amounts are given by the unit, never assumed. */
export interface Rung {
  id: number;
  postId: string | null;
  /** Undefined: not answered; for `over` then the rung below decides. */
  over: Fen | undefined;
  /** Null: without an upper bound. */
  upTo: Fen | null | undefined;
  isCollective: boolean;
}
export interface Draft {
  template: Template;
  name: string;
  code: string;
  from: Day;
  docNo: string;
  /** Codes of the template's steps that this matter has. */
  steps: ReadonlySet<string>;
  /** Of those, the ones decided by the ladder; the others are whole. */
  byAmount: ReadonlySet<string>;
  /** Posts of the unit for each typical post. */
  seats: Readonly<Record<string, readonly string[]>>;
  ladder: readonly Rung[];
}

/** The next free code of a matter: SX-001, SX-002 … */
export function freeCode(view: MatrixView): string {
  const taken = new Set(view.matters.map(({ code }) => code));
  for (let nth = 1; ; nth += 1) {
    const code = `SX-${String(nth).padStart(3, "0")}`;
    if (!taken.has(code)) return code;
  }
}

export const emptyRung = (id: number): Rung => ({
  id,
  postId: null,
  over: undefined,
  upTo: undefined,
  isCollective: false,
});

export function startDraft(template: Template, view: MatrixView, from: Day): Draft {
  return {
    template,
    name: "",
    code: freeCode(view),
    from,
    docNo: "",
    steps: new Set(template.steps.map(({ code }) => code)),
    byAmount: new Set(template.steps.filter(({ byAmount }) => byAmount).map(({ code }) => code)),
    seats: Object.fromEntries(
      template.seats.map((seat) => [seat.key, suggestedPosts(template, seat.key, view)]),
    ),
    ladder: [emptyRung(1), emptyRung(2), emptyRung(3)],
  };
}

const pairs = (name: string): Set<string> => {
  const plain = name.replaceAll(/岗|（.*?）|[()]/g, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
};
/**
 * The posts that already do these duties elsewhere, else the one post of the same level whose name is nearest;
 * a suggestion to be looked at, empty where nothing is near.
 */
export function suggestedPosts(template: Template, seatKey: string, view: MatrixView): string[] {
  const seat = template.seats.find(({ key }) => key === seatKey);
  if (!seat || seat.isOutside) return [];
  const duties = new Set(template.steps.filter((step) => step.seat === seatKey).map(({ duty }) => duty));
  const stepDuty = new Map(
    view.matters
      .filter(({ area }) => area === template.area)
      .flatMap(({ steps }) => steps.map((step) => [step.id, step.duty] as const)),
  );
  const does = new Map<string, number>();
  for (const { postId, stepId } of view.cells)
    if (postId !== null && duties.has(stepDuty.get(stepId) ?? ""))
      does.set(postId, (does.get(postId) ?? 0) + 1);
  const wanted = pairs(seat.name.zh);
  const scored = view.posts
    .filter((post) => post.level === seat.level)
    .map((post) => {
      const own = pairs(post.name);
      const near = [...wanted].filter((pair) => own.has(pair)).length;
      return { id: post.id, score: (does.get(post.id) ?? 0) * 2 + near * 3 - own.size / 100, near };
    })
    .filter(({ id, near }) => near > 0 || does.has(id))
    .toSorted((a, b) => b.score - a.score);
  return scored[0] ? [scored[0].id] : [];
}

export const chosenSteps = (draft: Draft): TemplateStep[] =>
  draft.template.steps.filter(({ code }) => draft.steps.has(code));
export const usedSeats = (draft: Draft): Template["seats"] => {
  const used = new Set(
    chosenSteps(draft)
      .filter(({ code }) => !draft.byAmount.has(code))
      .map(({ seat }) => seat),
  );
  return draft.template.seats.filter(({ key }) => used.has(key));
};
export const ladderSteps = (draft: Draft): TemplateStep[] =>
  chosenSteps(draft).filter(({ code }) => draft.byAmount.has(code));

export interface Tier {
  id: number;
  postId: string;
  over: Fen | null;
  upTo: Fen | null;
  isCollective: boolean;
}
/** Rungs with a post and an upper bound; a rung without a lower bound of its own begins where the one below it ends. */
export function tiersOf(ladder: readonly Rung[]): Tier[] {
  const tiers: Tier[] = [];
  for (const rung of ladder) {
    if (rung.postId === null || rung.upTo === undefined) continue;
    const below = tiers.at(-1);
    const over = rung.over ?? below?.upTo ?? null;
    tiers.push({
      id: rung.id,
      postId: rung.postId,
      over: over === 0 ? null : over,
      upTo: rung.upTo,
      isCollective: rung.isCollective,
    });
  }
  return tiers;
}
/** A tier that covers no amount at all. */
export const isEmptyTier = ({ over, upTo }: Pick<Tier, "over" | "upTo">): boolean =>
  over !== null && upTo !== null && over >= upTo;

export type Lack = "name" | "code" | "code-taken" | "steps" | "ladder" | "tier";
export function lacksOf(draft: Draft, view: MatrixView): Lack[] {
  const lacks: Lack[] = [];
  if (draft.name.trim() === "") lacks.push("name");
  if (draft.code.trim() === "") lacks.push("code");
  else if (view.matters.some(({ code }) => code === draft.code.trim())) lacks.push("code-taken");
  if (draft.steps.size === 0) lacks.push("steps");
  const tiers = tiersOf(draft.ladder);
  if (ladderSteps(draft).length > 0 && tiers.length === 0) lacks.push("ladder");
  if (tiers.some(isEmptyTier)) lacks.push("tier");
  return lacks;
}

/** The matter, its steps and its authorities; ids are given so that they can refer to one another. */
export function editsOf(draft: Draft, language: Language, newId: () => string): Edit[] {
  const matterId = newId();
  const name = draft.name.trim();
  const docNo = draft.docNo.trim() || null;
  const edits: Edit[] = [
    {
      op: "save",
      kind: "matters",
      id: matterId,
      values: { code: draft.code.trim(), name, area: draft.template.area },
    },
  ];
  for (const [nth, step] of chosenSteps(draft).entries()) {
    const stepId = newId();
    edits.push({
      op: "save",
      kind: "steps",
      id: stepId,
      values: {
        matterId,
        code: step.code,
        name: step.name[language],
        position: nth + 1,
        duty: step.duty,
        isRequired: step.isRequired,
        isTerminal: step.isTerminal,
      },
    });
    const grant = (postId: string, range: Pick<Tier, "over" | "upTo" | "isCollective">): void => {
      edits.push({
        op: "save",
        kind: "authorities",
        id: newId(),
        values: {
          code: null,
          matterId,
          stepId,
          postId,
          personId: null,
          level: null,
          from: draft.from,
          until: null,
          kind: "general",
          isSubDelegable: false,
          docNo,
          ...range,
        },
      });
    };
    if (draft.byAmount.has(step.code))
      for (const { postId, over, upTo, isCollective } of tiersOf(draft.ladder))
        grant(postId, { over, upTo, isCollective });
    else
      for (const postId of draft.seats[step.seat] ?? [])
        grant(postId, { over: null, upTo: null, isCollective: false });
  }
  return edits;
}
