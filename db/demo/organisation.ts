// Posts, people and who sat where from when to when: the bureau before any case is opened.
import type { AssignmentKind } from "../../shared/domain/organisation.ts";
import type { Draft, DraftPerson, DraftPost } from "./draft.ts";
import { outsideDepartments, type PostType, postTypes } from "./post-types.ts";
import {
  exemptSeats,
  monthsBefore,
  overdueSeats,
  renamedSeat,
  ringsOf,
  type Seat,
  settledFrom,
  yearOf,
} from "./seats.ts";
import { dayNumber, workdayFrom } from "./workdays.ts";

const numerals = ["一", "二", "三", "四", "五", "六"];
const unitBegan = dayNumber("2016-01-04");
const grades = {
  handler: "科员",
  section: "科级",
  deputy: "副处级",
  head: "正处级",
  collective: "",
  superior: "",
};

function addPosts(draft: Draft): Seat[] {
  const counters = new Map<string, number>();
  return postTypes.flatMap((type) => {
    const posts = draft.size === "city" ? type.posts : Math.min(1, type.small);
    const each = draft.size === "city" ? type.each : type.small;
    return Array.from({ length: posts }, (_, nth) => {
      const number = (counters.get(type.department) ?? 0) + 1;
      counters.set(type.department, number);
      const post: DraftPost = {
        code: `${type.department}${String(number).padStart(2, "0")}`,
        name: posts > 1 ? `${type.name}(${numerals[nth]})` : type.name,
        type,
        headcount: each,
        successor: null,
        from: unitBegan,
        until: null,
      };
      draft.posts.push(post);
      return Array.from({ length: each }, (__, seat) => ({ post, type, index: nth * each + seat }));
    }).flat();
  });
}

export interface Hiring {
  hire: (type: PostType, from: number) => DraftPerson;
  seat: (
    person: DraftPerson,
    post: DraftPost,
    from: number,
    until?: number | null,
    kind?: AssignmentKind,
  ) => void;
}
function hiring(draft: Draft, nextName: () => string): Hiring {
  let staff = 0;
  return {
    hire: (type, from) => {
      staff += 1;
      const joined = Math.max(unitBegan - 3000, from - draft.random.between(0, 2600));
      const person = {
        staffNo: `${outsideDepartments.has(type.department) ? "W" : "S"}${String(staff).padStart(4, "0")}`,
        name: nextName(),
        joined: outsideDepartments.has(type.department) ? from : Math.min(joined, from),
        leaves: null,
        grade: outsideDepartments.has(type.department) ? "外聘" : grades[type.level],
        site: ["ZC", "GC", "JY"].includes(type.department) ? "政务中心" : "财政大楼",
      };
      draft.people.push(person);
      return person;
    },
    seat: (person, post, from, until = null, kind = "substantive") => {
      draft.assignments.push({
        staffNo: person.staffNo,
        post: post.code,
        kind,
        from,
        until,
        docNo: `青财人〔${yearOf(from)}〕${draft.random.between(1, 88)}号`,
      });
    },
  };
}

/** Holders move on by one seat on a day well within the limit; a seat alone gets a successor instead. */
function fillRing(
  draft: Draft,
  ring: readonly Seat[],
  { hire, seat }: Hiring,
  dueInMonths: number | null,
): void {
  const limit = Math.min(...ring.map((it) => it.type.limitMonths ?? 60));
  const ago = dueInMonths !== null ? limit - dueInMonths : draft.random.between(6, 29);
  const moved = workdayFrom(monthsBefore(draft, ago, draft.random.between(1, 20)));
  const before = draft.random.between(Math.max(20, 38 - ago), limit - 2);
  const began = monthsBefore(draft, ago + before, draft.random.between(0, 20));
  const people = ring.map((it) => hire(it.type, began));
  ring.forEach((it, nth) => {
    const leaver = people[nth] as DraftPerson;
    seat(leaver, it.post, began, moved);
    if (ring.length > 1) seat(people.at(nth - 1) as DraftPerson, it.post, moved);
    else {
      leaver.leaves = moved;
      seat(hire(it.type, moved), it.post, moved);
    }
  });
}

export function addOrganisation(draft: Draft, nextName: () => string): void {
  const seats = addPosts(draft);
  const hired = hiring(draft, nextName);
  const held = (list: readonly (readonly [string, number, number])[], it: Seat) =>
    list.find(([type, index]) => type === it.type.type && index === it.index)?.[2];
  const lastOf = (type: string) =>
    Math.max(...seats.filter((it) => it.type.type === type).map((it) => it.index));
  const free: Seat[] = [];
  for (const it of seats) {
    const months = held(overdueSeats[draft.size], it) ?? held(exemptSeats[draft.size], it);
    if (it.type.type === "cwName" || (it.type.type === "fgHead" && draft.size === "city")) continue;
    if (it.type.type === renamedSeat.type && it.index === lastOf(renamedSeat.type))
      renameSeat(draft, it, hired);
    else if (months !== undefined) {
      const began = monthsBefore(draft, months);
      hired.seat(hired.hire(it.type, began), it.post, began);
    } else if (it.type.isKey && (it.type.limitMonths ?? 60) < 60) free.push(it);
    else {
      const began = outsideDepartments.has(it.type.department)
        ? draft.start - 200
        : settledFrom(draft, it.type.isKey ? 60 : 100);
      hired.seat(hired.hire(it.type, began), it.post, began);
    }
  }
  ringsOf(free).forEach((ring, nth) => {
    fillRing(draft, ring, hired, nth % 6 === 4 ? (nth % 12 === 4 ? 2 : 5) : null);
  });
  addSideSeats(draft, hired);
}

function renameSeat(draft: Draft, it: Seat, { hire, seat }: Hiring): void {
  const began = monthsBefore(draft, renamedSeat.monthsHeld);
  const renamed = monthsBefore(draft, renamedSeat.renamedMonthsAgo);
  const old: DraftPost = {
    ...it.post,
    code: `${it.type.department}90`,
    name: "国有资产处置管理岗",
    successor: it.post.code,
    until: renamed,
  };
  it.post.from = renamed;
  draft.posts.push(old);
  const holder = hire(it.type, began);
  seat(holder, old, began, renamed);
  seat(holder, it.post, renamed);
}

/** Posts held beside one's own: concurrently, acting, and as the stand-in of an AB pair. */
function addSideSeats(draft: Draft, { seat }: Hiring): void {
  const postsOf = (type: string) =>
    draft.posts.filter((post) => post.type.type === type && post.until === null);
  const holder = (post: DraftPost | undefined) => {
    const last = draft.assignments.filter((it) => it.post === post?.code && it.until === null)[0];
    const person = draft.people.find((it) => it.staffNo === last?.staffNo);
    return last && person ? { person, from: last.from } : null;
  };
  const beside = (from: string, to: string, kind: AssignmentKind, months: number) => {
    const own = holder(postsOf(from)[0]);
    const post = postsOf(to)[0];
    if (own && post) seat(own.person, post, Math.max(own.from, monthsBefore(draft, months)), null, kind);
  };
  beside("bgHead", "cwName", "concurrent", 50);
  beside("cwArch", "cwBill", "concurrent", 20);
  beside("fgLaw", "fgHead", "acting", 8);
  beside("xxOps", "xxAud", "concurrent", 9);
  for (const type of ["zcHand", "zcDraw", "jyOpen", "jyDraw"]) {
    const [first, second] = postsOf(type);
    const [a, b] = [holder(first), holder(second)];
    if (!a || !b || !first || !second) continue;
    const from = Math.max(a.from, b.from, monthsBefore(draft, 18));
    seat(a.person, second, from, null, "ab-post");
    seat(b.person, first, from, null, "ab-post");
  }
}
