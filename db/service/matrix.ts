// Handlers of the matrix namespace: the grid on a day with its design check, edits as one change, who could, history.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { MatrixView } from "../../shared/contract/matrix.ts";
import { contains, type Day } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { levelRank } from "../../shared/domain/organisation.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { Text } from "../../shared/domain/text.ts";
import { preparedFindings } from "../../shared/rules/design/recheck.ts";
import { drafted, needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import { assertDirect } from "./change-sets/drafting.ts";
import type { Desk } from "./desk.ts";
import { plannedRows, type WrittenRow, writeRows } from "./edit-writing.ts";
import { labelsOf } from "./labels.ts";
import { historyAnswer, whoCouldAnswer } from "./matrix-asked.ts";
import { designOf, previewOf } from "./matrix-preview.ts";
import { repairAnswer } from "./matrix-repair.ts";
import { titleOf } from "./row-checking.ts";

/** What the journal calls edits that nobody has named. */
function nameOf(desk: Desk, rows: readonly WrittenRow[], day: Day): Text {
  const labels = labelsOf(desk.world());
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const names = kinds.map((kind) => sheetOf(kind).name);
  const [first] = rows;
  const about = first ? titleOf(first.kind, first.after ?? first.before ?? {}, labels) : "";
  const more = rows.length > 1 ? rows.length : null;
  return {
    zh: `改动${names.map(({ zh }) => zh).join("、")}:${about}${more ? ` 等 ${more} 条` : ""}，自 ${day}`,
    en: `Changed ${names.map(({ en }) => en.toLowerCase()).join(", ")}: ${about}${more ? ` and others, ${more} rows` : ""}, from ${day}`,
  };
}

export function matrixHandlers(desk: Desk): Handlers<QuanhengContract>["matrix"] {
  return {
    preview: (input) => previewOf(desk, input),
    repair: (input, context) => repairAnswer(desk, input, context),
    apply: ({ edits, day, name }, context) => {
      if (edits.some((edit) => !("kind" in edit)))
        throw fault("refused", {
          zh: "规则请在规则页改动，或放进调整单。",
          en: "Rules are changed on the rules page, or in a change set.",
        });
      assertDirect(edits);
      const rows = plannedRows(desk, edits, day);
      if (rows.length > 0 && needsSecond(desk, context))
        return { change: null, draft: drafted(desk, context, edits, name ?? nameOf(desk, rows, day), day) };
      if (rows.length === 0)
        throw fault("invalid", { zh: "没有需要写入的改动。", en: "There is nothing to change." });
      const { seq } = desk.write(
        context,
        {
          action: "edit",
          summary: name ?? nameOf(desk, rows, day),
          detail: { day, rows, secondPerson: noSecondPerson },
        },
        (recorder) => writeRows(desk, rows, recorder),
      );
      return { change: { seq }, draft: null };
    },
    whoCould: (asked) => whoCouldAnswer(desk, asked),
    history: (asked) => ({ changes: historyAnswer(desk, asked) }),
    view: ({ day, knownOn, area, matterId }): MatrixView => {
      const { world, rules } = desk.lens(day, knownOn);
      const labels = labelsOf(world);
      const matters = world.matters
        .filter(
          (matter) =>
            (area === null || matter.area === area) && (matterId === null || matter.id === matterId),
        )
        .toSorted((a, b) => (a.code < b.code ? -1 : 1));
      const shown = new Set(matters.map(({ id }) => id));
      const steps = world.steps.filter((step) => shown.has(step.matterId));
      const stepIds = new Set(steps.map(({ id }) => id));
      const cells = world.authorities.filter((row) => stepIds.has(row.stepId) && contains(row, day));
      const postIds = new Set(cells.map(({ postId }) => postId));
      const cases = new Map<string, number>();
      for (const one of world.cases) cases.set(one.matterId, (cases.get(one.matterId) ?? 0) + 1);
      const posts = world.posts
        .filter(
          (post) => contains(post, day) && (postIds.has(post.id) || (matterId === null && area === null)),
        )
        .toSorted((a, b) => levelRank(a.level) - levelRank(b.level) || (a.code < b.code ? -1 : 1));
      const findings = preparedFindings(designOf({ world, rules, day }));
      return {
        day,
        matters: matters.map((matter) => ({
          ...matter,
          cases: cases.get(matter.id) ?? 0,
          steps: steps
            .filter((step) => step.matterId === matter.id)
            .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
            .map((step) => {
              const duty = labels.duty(step.duty);
              return {
                id: step.id,
                code: step.code,
                name: step.name,
                position: step.position,
                duty: step.duty,
                dutyName: duty?.name ?? { zh: step.duty, en: step.duty },
                dutyType: duty?.type ?? "execute",
                isRequired: step.isRequired,
              };
            }),
        })),
        posts: posts.map((post) => ({
          id: post.id,
          code: post.code,
          name: post.name,
          level: post.level,
          department: labels.department(post.departmentId)?.name ?? "",
          isKey: post.isKey,
          holders: labels.people(
            world.assignments
              .filter((row) => row.postId === post.id && contains(row, day))
              .map(({ personId }) => personId),
          ),
        })),
        cells: cells.map((row) => ({
          authorityId: row.id,
          code: row.code,
          stepId: row.stepId,
          postId: row.postId,
          person: row.personId === null ? null : labels.person(row.personId),
          level: row.level,
          over: row.over,
          upTo: row.upTo,
          from: row.from,
          until: row.until,
          grant: row.kind,
          isCollective: row.isCollective,
          isSubDelegable: row.isSubDelegable,
          docNo: row.docNo,
        })),
        findings: findings.filter((one) => one.matterId === null || shown.has(one.matterId)),
      };
    },
  };
}
