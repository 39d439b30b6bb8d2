// Least-change repair: for chosen potential conflicts a few lightest sets of changes, each checked again as a whole. docs/rules/design.md.
import type { Edit } from "../../../domain/edit.ts";
import { sortedIds } from "../../gather.ts";
import type { DesignFinding } from "../design-finding.ts";
import { type PreparedDesign, recheck } from "../recheck.ts";
import { type Judge, judgeOf } from "./leftovers.ts";
import { type OptionsReader, optionsReader, type RepairOption } from "./options.ts";
import { type Found, type Searched, searchRepairs } from "./search.ts";

export interface Proposal {
  options: readonly RepairOption[];
  edits: Edit[];
  weight: number;
  /** Proved: no set of options of less weight repairs the same. */
  isLeast: boolean;
  /** People with a holding from a row that changes; by id. */
  personIds: string[];
  /** What a check of the whole finds afterwards: never a conflict or a gap that was not there. */
  appearing: DesignFinding[];
  vanishing: DesignFinding[];
}
export interface RepairAnswer {
  /** Lightest first. */
  proposals: Proposal[];
  /** Conflicts that no set of options repairs without making something else worse: proved. */
  beyond: DesignFinding[];
  /** Conflicts for which the work ran out before anything was found. */
  undecided: DesignFinding[];
  /** Sets of options tried. */
  work: number;
}
export interface RepairLimits {
  /** Proposals wanted. */
  most: number;
  /** Sets tried in all: what a group leaves over is shared by those after it. A greedy descent comes on top. */
  budget: number;
}

interface Solved {
  found: readonly Found[];
  group: readonly DesignFinding[];
  /** No set that repairs the group weighs less; NaN: not known. */
  floor: number;
}

export interface RepairProgress {
  /** Groups of conflicts that are done, of all. */
  done: number;
  of: number;
  work: number;
}

/** `targets`: conflicts of the prepared check. */
export function* repairDesign(
  prepared: PreparedDesign,
  targets: readonly DesignFinding[],
  limits: RepairLimits,
): Generator<RepairProgress, RepairAnswer> {
  const optionsFor = optionsReader(prepared.ground);
  const groups = groupsOf(targets, optionsFor);
  const beyond: DesignFinding[] = [];
  const undecided: DesignFinding[] = [];
  const solved: Solved[] = [];
  const at = { done: 0, of: groups.length, work: 0 };
  const search = (judge: Judge, most: number): Generator<RepairProgress, Searched> => {
    const budget = Math.ceil(Math.max(0, limits.budget - at.work) / Math.max(1, groups.length - at.done));
    return searched(judge, optionsFor, { most, budget }, at);
  };
  for (const group of groups) {
    const { found, isProved } = yield* search(judgeOf(prepared, group), limits.most);
    const [first] = found;
    if (!first) (isProved ? beyond : undecided).push(...group);
    else if (!isProved || groups.length === 1)
      solved.push({ found, group, floor: isProved ? first.weight : unknown });
    else {
      // One group might be helped by what another one changes. Each needs at least what its conflicts need when
      // nothing else is asked, for groups share no row.
      const bare = yield* search(judgeOf(prepared, group, true), 1);
      const [least] = bare.isProved ? bare.found : [];
      solved.push({ found, group, floor: least?.weight ?? unknown });
    }
    at.done += 1;
  }
  const judge = judgeOf(
    prepared,
    solved.flatMap(({ group }) => group),
  );
  let whole = combinations(solved, limits.most).filter(
    (options) => options.length > 0 && judge(options).leftovers?.length === 0,
  );
  // What repairs each may not go together: then all are searched as one.
  if (whole.length === 0 && solved.length > 1) {
    const { found, isProved } = yield* search(judge, limits.most);
    whole = found.map(({ options }) => [...options]);
    if (whole.length === 0) (isProved ? beyond : undecided).push(...solved.flatMap(({ group }) => group));
  }
  const floor = solved.reduce((sum, one) => sum + one.floor, 0);
  const proposals = whole.map((options) => {
    const weight = weightOf(options);
    return { ...proposalOf(prepared, options), weight, isLeast: weight === floor };
  });
  return { proposals, beyond, undecided, work: at.work };
}

/** No number equals it. */
const unknown = Number.NaN;

/** One search, telling the work of all. */
function* searched(
  judge: Judge,
  optionsFor: OptionsReader,
  limits: RepairLimits,
  at: RepairProgress,
): Generator<RepairProgress, Searched> {
  const search = searchRepairs(judge, optionsFor, limits);
  let step = search.next();
  while (!step.done) {
    yield { ...at, work: at.work + step.value };
    step = search.next();
  }
  at.work += step.value.work;
  return step.value;
}

const weightOf = (options: readonly RepairOption[]): number =>
  options.reduce((sum, { weight }) => sum + weight, 0);

function proposalOf(
  prepared: PreparedDesign,
  options: readonly RepairOption[],
): Omit<Proposal, "weight" | "isLeast"> {
  const edits = options.map(({ edit }) => edit);
  const { appearing, vanishing } = recheck(prepared, edits);
  return {
    options,
    edits,
    personIds: sortedIds(options.flatMap(({ people }) => people)),
    appearing,
    vanishing,
  };
}

/** Conflicts that share a row that may be changed, directly or through others, are one group. */
function groupsOf(targets: readonly DesignFinding[], optionsFor: OptionsReader): DesignFinding[][] {
  const groups: { rows: Set<string>; findings: DesignFinding[] }[] = [];
  for (const finding of targets) {
    const rows = new Set(
      finding.evidence.filter((row) => optionsFor(row).length > 0).map(({ kind, id }) => `${kind} ${id}`),
    );
    const meeting = groups.filter((group) => [...rows].some((row) => group.rows.has(row)));
    const merged = { rows, findings: [finding] };
    for (const group of meeting) {
      for (const row of group.rows) merged.rows.add(row);
      merged.findings.unshift(...group.findings);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ findings }) => findings);
}

/** The lightest of every group together; then with another one for one group, the cheapest exchanges first. */
function combinations(solved: readonly Solved[], most: number): RepairOption[][] {
  const firsts = solved.flatMap(({ found }) => found.slice(0, 1));
  if (firsts.length === 0) return [];
  const exchanges = solved
    .flatMap(({ found }, at) =>
      found.slice(1).map((other) => ({ at, other, more: other.weight - (found[0]?.weight ?? 0) })),
    )
    .sort((a, b) => a.more - b.more)
    .map(({ at, other }) => firsts.map((one, nth) => (nth === at ? other : one)));
  return [firsts, ...exchanges].slice(0, most).map((found) => found.flatMap(({ options }) => options));
}
