// Answers about the matrix in words: who may act at an amount on a day, and how a cell came to say what it says.
import type { CellChange, WhoCould } from "../../shared/contract/matrix.ts";
import type { Authority } from "../../shared/domain/authority.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Area, DutyType } from "../../shared/domain/duty.ts";
import { type Fen, formatCny, formatWan } from "../../shared/domain/money.ts";
import type { Text } from "../../shared/domain/text.ts";
import { whoCould } from "../../shared/rules/design/who-could.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import type { Entry } from "../journal.ts";
import { idsByKey, type Row, versionsWhere } from "../queries/versions.ts";
import { recordedAfterwards } from "./change-sets/corrections.ts";
import type { Desk } from "./desk.ts";
import { labelsOf } from "./labels.ts";

type Granted = WhoCould["steps"][number]["people"][number]["authority"];
const grantedOf = (row: Authority): Granted => ({
  authorityId: row.id,
  code: row.code,
  over: row.over,
  upTo: row.upTo,
  from: row.from,
  until: row.until,
  isCollective: row.isCollective,
  docNo: row.docNo,
});

const short = (fen: Fen): string => formatWan(fen).replace(/\.?0+$/, "");
function rangeText({ over, upTo }: { over: Fen | null; upTo: Fen | null }): Text {
  if (over === null && upTo === null) return { zh: "不限额", en: "any amount" };
  if (over === null) return { zh: `≤${short(upTo ?? 0)} 万元`, en: `≤ ${formatCny(upTo ?? 0)}` };
  if (upTo === null) return { zh: `>${short(over)} 万元`, en: `> ${formatCny(over)}` };
  return { zh: `${short(over)}–${short(upTo)} 万元`, en: `${formatCny(over)}–${formatCny(upTo)}` };
}

export interface WhoAsked {
  day: Day;
  knownOn: Day | null;
  area: Area | null;
  matterId: string | null;
  dutyType: DutyType;
  amount: Fen | null;
}
export function whoCouldAnswer(desk: Desk, asked: WhoAsked): WhoCould {
  const { world } = desk.lens(asked.day, asked.knownOn);
  const labels = labelsOf(world);
  const view = indexFacts({ ...world, cases: [], approvals: [] }, asked.day);
  const steps = world.matters
    .filter(
      (matter) =>
        (asked.area === null || matter.area === asked.area) &&
        (asked.matterId === null || matter.id === asked.matterId),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((matter) =>
      (view.stepsOf.get(matter.id) ?? [])
        .filter((step) => labels.duty(step.duty)?.type === asked.dutyType)
        .map((step) => ({ matter, step })),
    );
  return {
    day: asked.day,
    recordedAfterwards:
      asked.knownOn === null
        ? recordedAfterwards(
            desk,
            [...new Set(steps.map(({ matter }) => matter.id))].map((matterId) => ({
              matterId,
              day: asked.day,
            })),
          )
        : [],
    steps: steps.map(({ matter, step }) => {
      const { able, emptyPostIds } = whoCould(view, step.id, asked.amount, asked.day);
      const emptyPosts = emptyPostIds.map((id) => labels.post(id)?.name ?? "");
      const people = able.map(({ personId, authority, fromPersonId }) => ({
        person: labels.person(personId),
        postName: authority.postId === null ? null : (labels.post(authority.postId)?.name ?? null),
        from: fromPersonId === null ? null : labels.person(fromPersonId),
        authority: grantedOf(authority),
      }));
      return {
        matterId: matter.id,
        matterName: matter.name,
        stepId: step.id,
        stepName: step.name,
        people,
        emptyPosts,
        sentence: sentenceOf(step.name, people, emptyPosts),
      };
    }),
  };
}

function sentenceOf(
  stepName: string,
  people: WhoCould["steps"][number]["people"],
  emptyPosts: readonly string[],
): Text {
  if (people.length === 0)
    return emptyPosts.length > 0
      ? {
          zh: `${stepName}：有权的${emptyPosts.join("、")}当日无人在岗，没有人能办。`,
          en: `${stepName}: nobody. ${emptyPosts.join(", ")} may, but nobody is in post that day.`,
        }
      : {
          zh: `${stepName}：没有任何岗位或个人有这个额度的授权。`,
          en: `${stepName}: nobody. No post or person has authority at this amount.`,
        };
  const named = people.map(({ person, postName, from, authority }) => {
    const range = rangeText(authority);
    const paper = authority.docNo ? { zh: `，${authority.docNo}`, en: `, ${authority.docNo}` } : null;
    const collective = authority.isCollective ? { zh: "，须集体决策", en: ", by collective decision" } : null;
    const how = from
      ? { zh: `${from.name}转授`, en: `lent by ${from.name}` }
      : postName === null
        ? { zh: "个人授权", en: "granted to the person" }
        : { zh: postName, en: postName };
    return {
      zh: `${person.name}（${how.zh}，${range.zh}${paper?.zh ?? ""}${collective?.zh ?? ""}）`,
      en: `${person.name} (${how.en}, ${range.en}${paper?.en ?? ""}${collective?.en ?? ""})`,
    };
  });
  return {
    zh: `${stepName}：${named.map(({ zh }) => zh).join("、")}。`,
    en: `${stepName}: ${named.map(({ en }) => en).join("; ")}.`,
  };
}

/** Entries that recorded or superseded a version of an authority of this step and holder; newest first. */
export function historyAnswer(
  desk: Desk,
  asked: { stepId: string; postId: string | null; personId: string | null },
): CellChange[] {
  const db = desk.db();
  const versions = versionsWhere(db, "authorities", idsByKey(db), { ...asked });
  const byEntry = new Map<string, { seq: number; id: string; before: Row | null; after: Row | null }>();
  const at = (seq: number, id: string) => {
    const key = `${seq} ${id}`;
    const one = byEntry.get(key) ?? { seq, id, before: null, after: null };
    byEntry.set(key, one);
    return one;
  };
  for (const { row, recordedIn, supersededIn } of versions) {
    at(recordedIn, row.id).after = row;
    if (supersededIn !== null) at(supersededIn, row.id).before = row;
  }
  const entryOf = db.prepare("SELECT * FROM journal WHERE seq = ?");
  const undoneBy = db.prepare("SELECT seq FROM journal WHERE undo_of = ?").pluck();
  const granted = (row: Row | null): Granted | null =>
    row === null ? null : grantedOf(row as unknown as Authority);
  return [...byEntry.values()]
    .toSorted((a, b) => b.seq - a.seq || (a.id < b.id ? -1 : 1))
    .map(({ seq, id, before, after }) => {
      const entry = entryOf.get(seq) as Entry;
      return {
        seq,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        summary: { zh: entry.summary_zh, en: entry.summary_en },
        undoneBy: (undoneBy.get(seq) as number | undefined) ?? null,
        authorityId: id,
        before: granted(before),
        after: granted(after),
      };
    });
}
