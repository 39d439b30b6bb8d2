// One conflict with everything a reader needs to judge it: the acts in order, the facts, the article.
import type { Act, ConflictDetail } from "../../shared/contract/conflicts.ts";
import type { Approval } from "../../shared/domain/approval.ts";
import { dayOf } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { formatCny, formatWan } from "../../shared/domain/money.ts";
import { assignmentChoices, relationChoices } from "../../shared/domain/sheets.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { furtherSources } from "../../shared/rules/further-sources.ts";
import { conflictHistory, conflictOf, conflictsOf } from "../queries/conflicts.ts";
import { type ActAsked, recordedAfterwards } from "./change-sets/corrections.ts";
import { conflictRows, type ShownFinding } from "./conflict-rows.ts";
import { askedFinding } from "./conflicts-asked.ts";
import { type Desk, gone, type Lens, ruleAmong } from "./desk.ts";
import { type Labels, labelsOf } from "./labels.ts";

/** Cases whose whole course is shown; a finding over more cases shows its evidence acts alone. */
const mostCases = 3;
const eventWords: Record<string, Text> = {
  opened: { zh: "首次发现", en: "First found" },
  updated: { zh: "证据有更新", en: "Evidence updated" },
  closed: { zh: "因新事实关闭", en: "Closed by new facts" },
  reopened: { zh: "重新出现", en: "Found again" },
};

/** With the facts and rules that it was found by. */
function shownOf(desk: Desk, id: string): ShownFinding & { lens: Lens } {
  const stored = conflictOf(desk.db(), id);
  if (stored) return { ...stored, lens: desk.lens(null, null) };
  const asked = askedFinding(desk, id);
  if (!asked) throw gone({ zh: "这处冲突", en: "This conflict" });
  return { id, finding: asked.finding, state: "open", firstSeen: null, lens: asked.lens };
}

/** An act after the day asked does not exist for the answer. */
function actsOf(
  { world, day }: Pick<Lens, "world" | "day">,
  labels: Labels,
  caseIds: readonly string[],
  evidence: ReadonlySet<string>,
): Act[] {
  const cases = new Map(world.cases.map((one) => [one.id, one]));
  const steps = new Map(world.steps.map((step) => [step.id, step]));
  const isWhole = caseIds.length <= mostCases;
  const inCase = new Set(caseIds);
  const place = (act: Approval): number => steps.get(act.stepId)?.position ?? 0;
  return world.approvals
    .filter((act) => evidence.has(act.id) || (isWhole && inCase.has(act.caseId)))
    .filter((act) => dayOf(act.happenedAt, world.settings.timeZone) <= day)
    .toSorted(
      (a, b) => a.happenedAt - b.happenedAt || place(a) - place(b) || (a.naturalKey < b.naturalKey ? -1 : 1),
    )
    .map((act) => {
      const step = steps.get(act.stepId);
      const duty = labels.duty(step?.duty ?? "");
      const post = act.postId === null ? undefined : labels.post(act.postId);
      return {
        id: act.id,
        caseId: act.caseId,
        caseNo: cases.get(act.caseId)?.caseNo ?? "",
        day: dayOf(act.happenedAt, world.settings.timeZone),
        at: act.happenedAt,
        step: { id: act.stepId, name: step?.name ?? "" },
        duty: {
          code: step?.duty ?? "",
          name: duty?.name ?? { zh: "", en: "" },
          type: duty?.type ?? "execute",
        },
        person: act.personId === null ? null : labels.person(act.personId),
        onBehalfOf: act.onBehalfOfId === null ? null : labels.person(act.onBehalfOfId),
        post: post ? { id: post.id, name: post.name } : null,
        action: act.action,
        amount: act.amount,
        recordedAt: act.recordedAt,
        docNo: act.docNo,
        source: act.source,
        isEvidence: evidence.has(act.id),
      };
    });
}

type Fact = ConflictDetail["facts"][number];
function factOf(world: World, labels: Labels, kind: string, id: string): Fact | null {
  const line = (text: Text, period?: { from: string; until: string | null }): Fact => ({
    kind,
    id,
    line: text,
    from: period?.from ?? null,
    until: period?.until ?? null,
  });
  const person = (personId: string | null): string => {
    if (personId === null) return "";
    const { name, staffNo } = labels.person(personId);
    return `${name}(${staffNo})`;
  };
  const postName = (postId: string | null): string =>
    postId === null ? "" : (labels.post(postId)?.name ?? "");
  const stepName = (stepId: string): string => labels.of("steps", stepId)?.name ?? "";
  switch (kind) {
    case "assignment": {
      const row = world.assignments.find((one) => one.id === id);
      const word = assignmentChoices.find(({ value }) => value === row?.kind)?.name;
      return row
        ? line(
            {
              zh: `${person(row.personId)} ${word?.zh ?? ""} ${postName(row.postId)}`,
              en: `${person(row.personId)}, ${word?.en.toLowerCase() ?? ""}: ${postName(row.postId)}`,
            },
            row,
          )
        : null;
    }
    case "post-duty": {
      const row = world.postDuties.find((one) => one.id === id);
      const duty = labels.duty(row?.duty ?? "")?.name;
      return row
        ? line(
            {
              zh: `${postName(row.postId)} 常设职责：${duty?.zh ?? row.duty}`,
              en: `${postName(row.postId)}, standing duty: ${duty?.en ?? row.duty}`,
            },
            row,
          )
        : null;
    }
    case "authority": {
      const row = world.authorities.find((one) => one.id === id);
      if (!row) return null;
      const holder = row.postId === null ? person(row.personId) : postName(row.postId);
      const range = (say: (fen: number) => string): string =>
        `${row.over === null ? "" : `>${say(row.over)} `}${row.upTo === null ? "" : `≤${say(row.upTo)}`}`.trim();
      const isAny = row.over === null && row.upTo === null;
      return line(
        {
          zh: `授权：${holder} 办理“${stepName(row.stepId)}”${isAny ? " 不限额" : ` ${range(formatWan)} 万元`}${row.docNo ? `(${row.docNo})` : ""}`,
          en: `Authority: ${holder} for "${stepName(row.stepId)}"${isAny ? ", any amount" : ` ${range(formatCny)}`}${row.docNo ? ` (${row.docNo})` : ""}`,
        },
        row,
      );
    }
    case "delegation": {
      const row = world.delegations.find((one) => one.id === id);
      return row
        ? line(
            {
              zh: `转授权：${person(row.fromPersonId)} → ${person(row.toPersonId)}${row.docNo ? `(${row.docNo})` : ""}`,
              en: `Delegation: ${person(row.fromPersonId)} → ${person(row.toPersonId)}${row.docNo ? ` (${row.docNo})` : ""}`,
            },
            row,
          )
        : null;
    }
    case "relation": {
      const row = world.relations.find((one) => one.id === id);
      const word = relationChoices.find(({ value }) => value === row?.type)?.name;
      const other = row?.supplierId
        ? (labels.of("suppliers", row.supplierId)?.name ?? "")
        : person(row?.otherPersonId ?? null);
      return row
        ? line(
            {
              zh: `${person(row.personId)} 与 ${other}:${word?.zh ?? row.type}`,
              en: `${person(row.personId)} and ${other}: ${word?.en.toLowerCase() ?? row.type}`,
            },
            row,
          )
        : null;
    }
    case "absence": {
      const row = world.absences.find((one) => one.id === id);
      return row
        ? line({ zh: `${person(row.personId)} 缺勤`, en: `${person(row.personId)} absent` }, row)
        : null;
    }
    default:
      return null;
  }
}

/** Matter and day of the acts that a finding is about: its evidence, and all of its cases. */
function actsAsked(world: World, caseIds: readonly string[], evidence: ReadonlySet<string>): ActAsked[] {
  const matters = new Map(world.cases.map((one) => [one.id, one.matterId]));
  const inCase = new Set(caseIds);
  return world.approvals
    .filter((act) => evidence.has(act.id) || inCase.has(act.caseId))
    .map((act) => ({
      matterId: matters.get(act.caseId) ?? "",
      day: dayOf(act.happenedAt, world.settings.timeZone),
    }));
}

/** @throws FaultError missing */
export function detailOf(desk: Desk, id: string): ConflictDetail {
  const shown = shownOf(desk, id);
  const { lens } = shown;
  const { world } = lens;
  const labels = labelsOf(world);
  const stored = shown.firstSeen === null ? undefined : conflictsOf(desk.db(), { withClosed: true });
  const [row] = conflictRows(desk, lens, [shown], stored);
  const rule = ruleAmong(lens.rules, shown.finding.ruleId, shown.finding.ruleVersion);
  if (!row || !rule)
    throw fault("missing", {
      zh: `规则 ${shown.finding.ruleId} 已停用，无法说明这处冲突。请重新核对。`,
      en: `Rule ${shown.finding.ruleId} is out of use: run the check again.`,
    });
  const evidence = new Set(
    shown.finding.evidence.filter(({ kind }) => kind === "approval").map((one) => one.id),
  );
  const wanted = new Set(shown.finding.caseIds);
  return {
    row,
    citation: rule.citation,
    furtherSources: furtherSources(
      lens.rules.map((one) => one.rule),
      rule.id,
    ).map(({ id: ruleId, citation }) => ({ ruleId, citation })),
    plain: rule.plain,
    acts: actsOf(lens, labels, shown.finding.caseIds, evidence),
    facts: shown.finding.evidence.flatMap(({ kind, id: rowId }) => factOf(world, labels, kind, rowId) ?? []),
    cases: world.cases
      .filter((one) => wanted.has(one.id))
      .map((one) => ({
        id: one.id,
        caseNo: one.caseNo,
        matter: labels.of("matters", one.matterId)?.name ?? "",
        amount: one.amount,
        supplier: one.supplierId === null ? null : (labels.of("suppliers", one.supplierId)?.name ?? null),
        requester: one.requesterId === null ? null : labels.person(one.requesterId),
        method: one.method,
        openedOn: one.openedOn,
        closedOn: one.closedOn,
      })),
    history: conflictHistory(desk.db(), id).map(({ at, what }) => ({
      at,
      what: eventWords[what] ?? { zh: what, en: what },
    })),
    recordedAfterwards: recordedAfterwards(desk, actsAsked(world, shown.finding.caseIds, evidence)),
  };
}
