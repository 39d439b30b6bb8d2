// A rotation plan lived day by day, written from docs/rotation.md alone: slow, and nothing of it is shared with the validator.
import { addDays, addMonths, type Day, weekday } from "../../shared/domain/day.ts";
import type { Move } from "../../shared/domain/rotation.ts";
import { defaultGapMonths } from "../../shared/domain/tenure-term.ts";
import type { ConstraintName, ProblemPost, RotationProblem } from "../../shared/rotation/plan.ts";

export type BareMove = Omit<Move, "chain">;
export interface Broken {
  constraint: ConstraintName;
  postId: string | null;
  personId: string | null;
}

interface Service {
  personId: string;
  postId: string;
  /** Null: since before today. */
  arrivedOn: Day | null;
  startedOn: Day;
  /** Null while it goes on. */
  endedOn: Day | null;
  endedBy: "move" | "record" | null;
  excused: boolean;
  handBy: Day | null;
  overdueFrom: Day | null;
  endsOn: Day | null;
  staysUntil: Day | null;
}

/** What a plan breaks, each (constraint, post, person) once, sorted. */
export function brokenByDays(problem: RotationProblem, moves: readonly BareMove[]): Broken[] {
  const world = worldOf(problem);
  const broken = new Map<string, Broken>();
  const say: Say = (constraint, postId, personId) =>
    void broken.set(`${constraint} ${postId} ${personId}`, { constraint, postId, personId });
  const days: Day[] = [];
  for (let day = problem.today; day < problem.until; day = addDays(day, 1)) days.push(day);
  const { services, done } = live(world, days, moves, say);
  for (const day of days) {
    held(world, services, day, say);
    crowded(world, services, day, say);
    keptTooLong(world, services, day, say);
    serving(world, services, day, say);
  }
  for (const it of services.filter((one) => one.arrivedOn !== null)) arriving(world, services, it, say);
  for (const it of services.filter((one) => one.endedOn !== null)) leaving(world, services, it, say);
  for (const move of done) dated(world, services, move, say);
  shared(world, services, say);
  wished(world, moves, say);
  return [...broken.keys()].sort().flatMap((key) => broken.get(key) ?? []);
}

type Say = (constraint: ConstraintName, postId: string | null, personId: string | null) => void;
type World = ReturnType<typeof worldOf>;

function worldOf(problem: RotationProblem) {
  const marked = new Map(problem.calendar.map((it) => [it.day, it.isWorkday]));
  const isWorkday = (day: Day): boolean => marked.get(day) ?? ![0, 6].includes(weekday(day));
  const known = new Map<string, Day>();
  return {
    problem,
    post: (id: string): ProblemPost | undefined => problem.posts.find((it) => it.id === id),
    person: (id: string) => problem.people.find((it) => it.id === id),
    /** d + n wd */
    later: (day: Day, count: number): Day => {
      const key = `${day} ${count}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      let reached = day;
      for (let left = count; left > 0; ) {
        reached = addDays(reached, 1);
        if (isWorkday(reached)) left--;
      }
      known.set(key, reached);
      return reached;
    },
    opens: (post: ProblemPost): Day | null =>
      post.earliest === null ? null : (problem.changeDays[post.earliest] ?? null),
  };
}

const serves = (it: Service, day: Day): boolean =>
  (it.arrivedOn === null || it.arrivedOn <= day) && (it.endedOn === null || day < it.endedOn);

/** Everybody's service, day after day: first what ends by record, then the day's moves at once. */
function live(
  world: World,
  days: readonly Day[],
  moves: readonly BareMove[],
  say: Say,
): { services: Service[]; done: Set<BareMove> } {
  const done = new Set<BareMove>();
  const { problem } = world;
  const services: Service[] = problem.posts.flatMap((post) =>
    post.seats.map((seat) => ({
      personId: seat.personId,
      postId: post.id,
      arrivedOn: null,
      startedOn: seat.startedOn,
      endedOn: null,
      endedBy: null,
      excused: seat.excused !== null,
      handBy: seat.handBy,
      overdueFrom: seat.overdueFrom,
      endsOn: seat.endsOn,
      staysUntil: seat.staysUntil,
    })),
  );
  for (const day of days) {
    for (const it of services) {
      if (it.endedOn !== null) continue;
      const ends = [
        it.endsOn,
        world.person(it.personId)?.leavesOn ?? null,
        world.post(it.postId)?.until ?? null,
      ];
      if (ends.some((end) => end !== null && end <= day)) {
        it.endedOn = day;
        it.endedBy = "record";
      }
    }
    const today = moves.filter((move) => move.day === day);
    const isKept = (it: Service): boolean => world.person(it.personId)?.keptIds.includes(it.postId) === true;
    const possible = today.filter((move) => {
      const holds = (postId: string | null): boolean =>
        services.some((it) => it.personId === move.personId && it.postId === postId && serves(it, day));
      const to = move.toPostId === null ? null : world.post(move.toPostId);
      const isFirst = today.findIndex((other) => other.personId === move.personId) === today.indexOf(move);
      const leavesWhatIsHeld =
        move.fromPostId === null
          ? to !== null &&
            services.every((it) => it.personId !== move.personId || !serves(it, day) || isKept(it))
          : holds(move.fromPostId);
      const isPossible =
        world.person(move.personId) !== undefined &&
        isFirst &&
        leavesWhatIsHeld &&
        (to === null || (to !== undefined && goesOn(to, day) && !holds(to.id)));
      if (!isPossible) say("posts-held", move.fromPostId ?? move.toPostId, move.personId);
      return isPossible;
    });
    for (const move of possible) {
      done.add(move);
      for (const it of services)
        if (it.personId === move.personId && it.postId === move.fromPostId && serves(it, day)) {
          it.endedOn = day;
          it.endedBy = "move";
        }
    }
    for (const move of possible)
      if (move.toPostId !== null) {
        // Whoever has left the unit does not come: that is all there is to say of them.
        const leavesOn = world.person(move.personId)?.leavesOn ?? null;
        if (leavesOn !== null && leavesOn <= day) {
          say("presence", move.toPostId, move.personId);
          continue;
        }
        const limit = world.post(move.toPostId)?.limitMonths ?? null;
        const over = limit === null ? null : addDays(addMonths(day, limit), 1);
        services.push({
          personId: move.personId,
          postId: move.toPostId,
          arrivedOn: day,
          startedOn: day,
          endedOn: null,
          endedBy: null,
          excused: false,
          handBy: over,
          overdueFrom: over,
          endsOn: null,
          staysUntil: null,
        });
      }
  }
  return { services, done };
}

const goesOn = (post: ProblemPost, day: Day): boolean => post.until === null || day < post.until;
/** Seats that have ended by record and need not be filled yet. */
const excusedOn = (services: readonly Service[], post: ProblemPost, day: Day): number =>
  services.filter(
    (it) =>
      it.postId === post.id &&
      it.arrivedOn === null &&
      it.excused &&
      it.endedBy === "record" &&
      (it.endedOn ?? day) <= day &&
      // Without a day it is excused for good: its place is locked.
      (it.handBy === null || day < it.handBy),
  ).length;

function held(world: World, services: readonly Service[], day: Day, say: Say): void {
  for (const post of world.problem.posts) {
    if (!goesOn(post, day)) continue;
    const holders = services.filter((it) => it.postId === post.id && serves(it, day)).length;
    if (holders < post.required - excusedOn(services, post, day)) say("posts-held", post.id, null);
  }
}

function crowded(world: World, services: readonly Service[], day: Day, say: Say): void {
  for (const post of world.problem.posts) {
    const counted = services.filter((it) => {
      if (it.postId !== post.id || !serves(it, day)) return false;
      if (it.endedOn === null) return true;
      return it.endedBy === "move" && it.endedOn > world.later(day, post.overlapDays);
    });
    if (counted.length > Math.max(post.headcount, post.seats.length)) say("headcount", post.id, null);
  }
}

function keptTooLong(world: World, services: readonly Service[], day: Day, say: Say): void {
  for (const it of services)
    if (serves(it, day) && world.post(it.postId)?.isKey && it.handBy !== null && day >= it.handBy)
      say("limit", it.postId, it.personId);
}

/** What must hold on each day of a service that the plan began. */
function serving(world: World, services: readonly Service[], day: Day, say: Say): void {
  for (const it of services) {
    if (it.arrivedOn === null || !serves(it, day)) continue;
    const post = world.post(it.postId);
    const person = world.person(it.personId);
    if (!post || !person) continue;
    const lacks = post.qualifications.some(
      (code) =>
        !person.qualifications.some(
          (own) => own.code === code && own.from <= day && (own.until === null || day < own.until),
        ),
    );
    if (lacks) say("qualification", post.id, person.id);
    const own = services.filter((other) => other.personId === person.id && serves(other, day));
    if (post.isKey && own.some((other) => other !== it && world.post(other.postId)?.isKey))
      say("one-key-post", post.id, person.id);
    for (const rule of world.problem.separations) {
      const brought = duties(rule.byPost[post.id]);
      if (brought.size === 0 || brought.size > rule.maxHeld) continue;
      const kept = new Set([
        ...duties(rule.byPerson[person.id]),
        ...person.keptIds.flatMap((id) => [...duties(rule.byPost[id])]),
      ]);
      const all = new Set([...kept, ...own.flatMap((other) => [...duties(rule.byPost[other.postId])])]);
      if (all.size > Math.max(rule.maxHeld, kept.size)) say("separation", post.id, person.id);
    }
  }
}

const duties = (bits = 0): Set<number> =>
  new Set([...Array(31).keys()].filter((place) => Math.floor(bits / 2 ** place) % 2 === 1));

function arriving(world: World, services: readonly Service[], it: Service, say: Say): void {
  const { problem } = world;
  const post = world.post(it.postId);
  const person = world.person(it.personId);
  const day = it.arrivedOn ?? "";
  if (!post || !person) return;
  const isAway = person.absences.some((one) => one.from <= day && (one.until === null || day < one.until));
  const isThere =
    (person.joinedOn === null || person.joinedOn <= day) &&
    (person.leavesOn === null || day < person.leavesOn);
  if (!isThere || isAway) say("presence", post.id, person.id);
  if (person.leavesOn !== null && person.leavesOn < addMonths(day, post.minStayMonths))
    say("min-stay", post.id, person.id);
  if (problem.blocks.some((one) => one.personId === person.id && one.postId === post.id && day < one.until))
    say("own-work", post.id, person.id);
  if (post.isKey && post.family !== null) {
    const span = Math.max(post.coolingOffMonths, defaultGapMonths);
    const ends = [
      ...person.served.filter((one) => one.family === post.family).map((one) => one.until),
      ...services
        .filter(
          (other) =>
            other !== it &&
            other.personId === person.id &&
            (other.arrivedOn ?? "") <= day &&
            world.post(other.postId)?.family === post.family,
        )
        .map((other) => other.endedOn),
    ];
    if (ends.some((end) => end === null || day < addMonths(end, span)))
      say("cooling-off", post.id, person.id);
  }
  for (const relative of person.relativeIds) {
    const places = [
      ...services
        .filter((other) => other.personId === relative && serves(other, day))
        .map((other) => other.postId),
      ...(world.person(relative)?.keptIds ?? []),
    ].flatMap((id) => world.post(id) ?? []);
    if (places.some((place) => place.departmentId === post.departmentId && (place.isKey || post.isKey)))
      say("relations", post.id, person.id);
  }
}

function leaving(world: World, services: readonly Service[], it: Service, say: Say): void {
  const post = world.post(it.postId);
  const person = world.person(it.personId);
  const day = it.endedOn ?? "";
  if (!post?.isKey || !person) return;
  if (it.endedBy === "move") {
    const stay = addMonths(it.startedOn, post.minStayMonths);
    const forced = [it.overdueFrom, it.endsOn, person.leavesOn, post.until, lapse(post, person)].filter(
      (one): one is Day => one !== null && one < stay,
    );
    if (day < stay && forced.length === 0) say("min-stay", post.id, person.id);
  }
  if (!goesOn(post, day)) return;
  const isCycle = it.endedBy === "move" && closes(services, it, day);
  if (isCycle && it.handBy !== null && world.later(day, post.overlapDays) > it.handBy)
    say("limit", post.id, person.id);
  const settled = services.filter(
    (other) =>
      other.postId === post.id &&
      serves(other, day) &&
      (other.arrivedOn === null || world.later(other.arrivedOn, post.overlapDays) <= day),
  ).length;
  if (settled < post.required - excusedOn(services, post, day) && !isCycle)
    say("handover-overlap", post.id, person.id);
}

/** The latest end per required qualification, where all of its periods end; the soonest of these. */
function lapse(post: ProblemPost, person: NonNullable<ReturnType<World["person"]>>): Day | null {
  const ends = post.qualifications.flatMap((code) => {
    const own = person.qualifications.filter((it) => it.code === code);
    if (own.length === 0 || own.some((it) => it.until === null)) return [];
    return [
      own
        .map((it) => it.until ?? "")
        .sort()
        .at(-1) ?? "",
    ];
  });
  return ends.sort()[0] ?? null;
}

/** Whether the leaving is part of a closed ring: somebody takes the place that day, leaving one that …, until the leaver takes one. */
function closes(services: readonly Service[], start: Service, day: Day): boolean {
  const visited = new Set<Service>();
  const from = (left: Service): boolean => {
    if (visited.has(left)) return false;
    visited.add(left);
    return services
      .filter((it) => it.postId === left.postId && it.arrivedOn === day)
      .some((arrival) => {
        if (arrival.personId === start.personId) return true;
        return services
          .filter((it) => it.personId === arrival.personId && it.endedOn === day && it.endedBy === "move")
          .some(from);
      });
  };
  return from(start);
}

const monthOf = (day: Day): string => day.slice(0, 7);

function dated(world: World, services: readonly Service[], move: BareMove, say: Say): void {
  const { problem } = world;
  const from = move.fromPostId === null ? undefined : world.post(move.fromPostId);
  const to = move.toPostId === null ? undefined : world.post(move.toPostId);
  const isStaggered =
    from !== undefined &&
    problem.changeDays.some((day) => monthOf(day) === monthOf(move.day)) &&
    services.some(
      (it) =>
        it.postId === from.id &&
        it.personId !== move.personId &&
        it.arrivedOn !== null &&
        monthOf(it.arrivedOn) === monthOf(move.day) &&
        world.later(it.arrivedOn, from.overlapDays) === move.day,
    );
  const seat = services.find(
    (it) => it.personId === move.personId && it.postId === move.fromPostId && it.endedOn === move.day,
  );
  const recordEnd = [seat?.endsOn ?? null, world.person(move.personId)?.leavesOn ?? null]
    .filter((it): it is Day => it !== null)
    .sort()[0];
  const stays = seat?.staysUntil ?? null;
  const isExempt =
    stays !== null &&
    move.day < stays &&
    (recordEnd === undefined || problem.changeDays.some((day) => day >= stays && day <= recordEnd));
  const isClosed = [from, to].some((post) => {
    if (!post) return false;
    const opens = world.opens(post);
    return opens === null || move.day < opens;
  });
  if (
    !(problem.changeDays.includes(move.day) || isStaggered) ||
    isClosed ||
    isExempt ||
    world.person(move.personId)?.isLocked
  )
    say("change-day", null, move.personId);
}

function shared(world: World, services: readonly Service[], say: Say): void {
  const { problem } = world;
  for (const department of problem.departments) {
    const own = services.flatMap((it) => {
      const post = world.post(it.postId);
      return it.arrivedOn !== null && post?.isKey && post.departmentId === department.id
        ? [it.arrivedOn]
        : [];
    });
    const all = [...department.pastArrivals, ...own];
    for (const first of all) {
      const months = Array.from({ length: problem.windowMonths }, (_, at) =>
        monthOf(addMonths(`${monthOf(first)}-01`, at)),
      );
      const within = all.filter((day) => months.includes(monthOf(day))).length;
      if (within > department.cap && own.some((day) => months.includes(monthOf(day))))
        say("arrivals-share", department.id, null);
    }
  }
}

function wished(world: World, moves: readonly BareMove[], say: Say): void {
  const { fixed, forbidden } = world.problem.wishes;
  for (const wish of fixed) {
    const isKept = moves.some(
      (it) =>
        it.day === wish.day &&
        it.personId === wish.personId &&
        it.fromPostId === wish.fromPostId &&
        it.toPostId === wish.toPostId,
    );
    if (!isKept) say("wishes", wish.toPostId, wish.personId);
  }
  for (const move of moves)
    for (const wish of forbidden) {
      const isOn =
        (wish.from === null || wish.from <= move.day) && (wish.until === null || move.day < wish.until);
      if (wish.personId === move.personId && isOn && (wish.postId === null || wish.postId === move.toPostId))
        say("wishes", move.toPostId, move.personId);
    }
}
