// What makes an office impossible on purpose: each plant can be counted by hand, and so can its proof.
import { addMonths } from "../../shared/domain/day.ts";
import { relation } from "../builders/rows.ts";
import type { Traits } from "./rotation-families.ts";
import { type Office, today } from "./rotation-office.ts";

/** Changes the office in place. */
export function plant(what: NonNullable<Traits["planted"]>, office: Office): void {
  const seats = office.posts.flatMap((post) => {
    const seat = office.assignments.find((it) => it.postId === post.id);
    return post.isKey && seat ? [{ post, seat }] : [];
  });
  /** Falls due three months from now. */
  const makeDue = ({ post, seat }: (typeof seats)[number]): void => {
    seat.from = addMonths(today, 3 - (post.tenureLimitMonths ?? 36));
  };
  const reserve = office.people.filter((it) => it.id.startsWith("reserve"));
  const grant = (personId: string, code: string): void =>
    void office.qualifications.push({
      id: `${personId}-${code}`,
      personId,
      code,
      from: "2015-01-01",
      until: null,
    });
  if (what === "skill") {
    // Three posts ask for what two people have.
    const three = seats.slice(0, 3);
    for (const it of three) {
      makeDue(it);
      it.post.qualifications = ["rare"];
    }
    for (const it of reserve.slice(0, 2)) grant(it.id, "rare");
  } else if (what === "share") {
    // Every post of a department must change twice a year; a third of them may in half a year.
    const departmentId = seats[0]?.post.departmentId;
    for (const { post, seat } of seats.filter((it) => it.post.departmentId === departmentId)) {
      post.tenureLimitMonths = 6;
      seat.from = addMonths(today, -6);
    }
  } else {
    // Two posts of one department ask for what two near relatives alone have.
    const first = seats[0];
    const second = seats.find((it) => it !== first && it.post.departmentId === first?.post.departmentId);
    for (const it of [first, second]) {
      if (!it) continue;
      makeDue(it);
      it.post.qualifications = ["rare"];
    }
    const [a, b] = [office.people.at(-1)?.id ?? "", office.people.at(-2)?.id ?? ""];
    for (const id of [a, b]) grant(id, "rare");
    office.relations.push(relation("planted", a, { otherPersonId: b }));
  }
}
