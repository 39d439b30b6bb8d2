// What would mend a tier: grants as edits of a change set, and rules to give up with the control that watches instead.
import type { GrantAdvice, JoinAdvice } from "../../../shared/contract/staffing.ts";
import type { Step } from "../../../shared/domain/authority.ts";
import { contains } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { Offered, StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
import { grantWords, joinWords } from "../../../shared/rules/staffing/staffing-words.ts";
import { type AdviceAnswer, adviseResilience } from "../../../shared/staffing/advice.ts";
import { without } from "../../../shared/staffing/subproblem.ts";
import { authorityCode } from "../natural-keys.ts";
import { freshBudget, type TierAnswer } from "./answer.ts";
import { cheapest } from "./cheapest.ts";
import { joiningOf } from "./joining.ts";
import type { Scene } from "./scene.ts";

const departmentsOf = ({ view, day }: Scene, personId: string): string[] =>
  (view.assignmentsOf.get(personId) ?? [])
    .filter((row) => contains(row, day))
    .flatMap((row) => view.posts.get(row.postId)?.departmentId ?? []);

/** Departments of those who may take the slot now; where nobody may, of all who take part in the matter. */
function departmentsAt(scene: Scene, { problem, ways }: StaffingCase, slot: number): Set<string> {
  const own = problem.allowed[slot] ?? [];
  const asked = own.length > 0 ? own : problem.allowed.flat();
  return new Set(asked.flatMap((taker) => departmentsOf(scene, ways[taker]?.personId ?? "")));
}
const isFrom = (scene: Scene, personId: string, departments: ReadonlySet<string>): boolean =>
  departmentsOf(scene, personId).some((id) => departments.has(id));

/** What the grants are for: the person who may be missing then, or null for all that `mends` says. */
interface Aim {
  readonly mends: GrantAdvice["mends"];
  readonly personId: string | null;
  /** Only together with the rules given up. */
  readonly isJoined?: boolean;
}

/** Each grant as a special authority of the person for that step and tier, from the day on. */
function grantAdvice(
  scene: Scene,
  { of, tier, newId }: MendingAsked,
  grants: readonly Offered[],
  { mends, personId, isJoined = false }: Aim,
): GrantAdvice {
  const { labels } = scene;
  // Several seats of a step are one authority.
  const once = new Map(grants.map((grant) => [`${of.stepOf[grant.slot]} ${grant.taker}`, grant] as const));
  const rows = [...once.values()].flatMap(({ slot, taker }) => {
    const step = of.path.steps[of.stepOf[slot] ?? -1];
    const holderId = of.ways[taker]?.personId;
    return step && holderId !== undefined ? [{ slot, step, holderId }] : [];
  });
  const person = personId === null ? null : labels.person(personId);
  return {
    mends,
    person,
    sentence: grantWords(
      rows.map(({ slot, step, holderId }) => ({
        person: labels.person(holderId).name,
        step: step.name,
        isSameDepartment: isFrom(scene, holderId, departmentsAt(scene, of, slot)),
      })),
      tier,
      person
        ? { is: "without", person: person.name }
        : { is: isJoined ? "joined" : mends === "unstaffed" ? "staffed" : "nobody" },
    ),
    edits: rows.map(
      ({ step, holderId }): Edit => ({
        op: "save",
        kind: "authorities",
        id: newId(),
        values: grantValues(scene, step, holderId, tier),
      }),
    ),
  };
}

function grantValues(scene: Scene, step: Step, personId: string, { over, upTo }: AmountRange) {
  const values = {
    matterId: step.matterId,
    stepId: step.id,
    postId: null,
    personId,
    level: null,
    over,
    upTo,
    from: scene.day,
    until: null,
    kind: "special",
    isCollective: false,
    isSubDelegable: false,
    docNo: null,
  };
  return { code: authorityCode(scene.world, values), ...values };
}

export interface Mending {
  advice: GrantAdvice[];
  join: JoinAdvice[];
}
export interface MendingAsked {
  readonly tier: AmountRange;
  /** With whom each step could be granted to. */
  readonly of: StaffingCase;
  readonly answer: TierAnswer;
  /** Ids of those whom nobody can replace. */
  readonly irreplaceable: readonly string[];
  readonly newId: () => string;
  /** The tier without these rules, with everybody whom a step could be granted to. */
  readonly relaxed: (givenUp: ReadonlySet<string>) => StaffingCase;
  /** The tier's answer with edits laid over the facts. */
  readonly again: (edits: readonly Edit[]) => TierAnswer & { readonly irreplaceableIds: readonly string[] };
}

/** One piece of advice at a time. Each is laid over the facts and asked again: what does not mend is not said. */
export function* mendingOf(scene: Scene, asked: MendingAsked): Generator<Partial<Mending>> {
  const { of, answer, irreplaceable } = asked;
  const { problem, offered } = of;
  const adviceFor = (aim: Aim, found: AdviceAnswer): GrantAdvice[] => {
    if (found.status !== "found" || found.grants.length === 0) return [];
    const grants = found.grants.flatMap((at) => offered[at] ?? []);
    const advice = grantAdvice(scene, asked, grants, aim);
    const after = asked.again(advice.edits);
    const left = after.irreplaceableIds;
    const isMended =
      aim.mends === "unstaffed" || (aim.personId === null ? left.length === 0 : !left.includes(aim.personId));
    return after.status === "staffed" && isMended ? [advice] : [];
  };
  if (answer.status === "impossible") {
    const advice = adviceFor({ mends: "unstaffed", personId: null }, cheapest(problem, offered));
    yield { advice };
    // Where grants alone suffice, nobody need grant and give up rules as well.
    const joining = joiningOf(scene, of, asked.relaxed, advice.length === 0);
    if (!joining) return;
    yield {
      join: joining.rules.flatMap((rule) => joinWords(of, rule) ?? []),
      advice:
        joining.grants.length === 0
          ? []
          : [
              grantAdvice(scene, { ...asked, of: joining.of }, joining.grants, {
                mends: "unstaffed",
                personId: null,
                isJoined: true,
              }),
            ],
    };
    return;
  }
  for (const personId of irreplaceable) {
    const spared = without(problem, [problem.people.indexOf(personId)]);
    yield { advice: adviceFor({ mends: "irreplaceable", personId }, cheapest(spared, offered)) };
  }
  // With one person the two questions are the same.
  if (irreplaceable.length > 1) {
    const grants = adviseResilience(problem, offered, freshBudget());
    yield { advice: adviceFor({ mends: "irreplaceable", personId: null }, grants) };
  }
}
