// What is done with a handover: begun, described, its items settled, signed, closed, begun again. Each one entry of the journal.
import type { Context } from "../../../shared/contract/call.ts";
import { fault } from "../../../shared/domain/fault.ts";
import {
  type Handover,
  type HandoverBody,
  type HandoverItem,
  type HandoverState,
  handoverStateNames,
  type SignatureRole,
  signatureRoleNames,
  standingItemTypes,
} from "../../../shared/domain/handover.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { operatorsOn } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { closeLacks, notIn, signLacks, unlistedCases } from "./conditions.ts";
import { grantsOf } from "./lingering.ts";
import { recordPaper } from "./stored.ts";

export const paperTouches = ["handovers", "journal", "workbook"];

/** "王某离任预算岗" */
export function namedHandover(desk: Desk, { giverId, postId }: Handover): Text {
  const labels = labelsOf(desk.world());
  const [person, post] = [labels.person(giverId).name, labels.post(postId)?.name ?? "?"];
  return { zh: `${person}离任“${post}”的交接`, en: `the handover of ${person} leaving "${post}"` };
}

function write(
  desk: Desk,
  context: Context,
  handover: Handover,
  what: Text,
  next: Partial<Omit<Handover, "body">> & { body?: Partial<HandoverBody> },
): { change: { seq: number } } {
  const { zh, en } = namedHandover(desk, handover);
  const row: Handover = { ...handover, ...next, body: { ...handover.body, ...next.body } };
  const { seq } = desk.write(
    context,
    {
      action: "handover",
      summary: { zh: `${what.zh}：${zh}`, en: `${what.en}: ${en}` },
      detail: { handover: handover.id, before: handover.state, after: row.state },
      touches: paperTouches,
    },
    (recorder) => recordPaper(recorder, { kind: "handovers", row }),
  );
  return { change: { seq } };
}
const assertIn = (handover: Handover, states: readonly HandoverState[]): void => {
  const why = notIn(handover, states);
  if (why) throw fault("refused", why);
};
const mark = (desk: Desk, context: Context) => ({ by: context.actor.name, at: desk.deps.now() });
const settled = (items: readonly HandoverItem[]): HandoverState =>
  items.every(({ state }) => state !== "open") ? "ready" : "running";

export function begin(desk: Desk, context: Context, handover: Handover) {
  assertIn(handover, ["planned", "running", "ready"]);
  const isFirst = handover.state === "planned";
  const blank = { state: "open" as const, remark: "", by: null, at: null };
  const standing = standingItemTypes.map(
    (type): HandoverItem => ({ key: type, type, title: "", caseId: null, ...blank }),
  );
  const cases = unlistedCases(desk.world(), handover, desk.today()).map(
    ({ id, caseNo }): HandoverItem => ({
      key: `case ${id}`,
      type: "case",
      title: caseNo,
      caseId: id,
      ...blank,
    }),
  );
  if (!isFirst && cases.length === 0)
    throw fault("refused", {
      zh: "没有新的在办业务要补列。",
      en: "There are no open cases to add.",
    });
  const items = [...handover.body.items, ...cases, ...(isFirst ? standing : [])];
  const what: Text = isFirst
    ? { zh: "开始办理", en: "Began" }
    : { zh: `补列在办业务 ${cases.length} 件`, en: `Listed ${cases.length} more open case(s)` };
  return write(desk, context, handover, what, {
    state: settled(items),
    body: { items, started: handover.body.started ?? mark(desk, context) },
  });
}

export function describe(
  desk: Desk,
  context: Context,
  handover: Handover,
  said: { takerId: string | null; witnessId: string | null; witnessBasis: string; remark: string },
) {
  assertIn(handover, ["planned", "running", "ready"]);
  const people = new Set(desk.world().people.map(({ id }) => id));
  for (const id of [said.takerId, said.witnessId])
    if (id !== null && !people.has(id))
      throw fault("missing", { zh: "人员名册中没有这个人。", en: "This person is not on the roster." });
  if (said.takerId === handover.giverId)
    throw fault("invalid", {
      zh: "接收人与移交人是同一人。",
      en: "The taker is the giver: name somebody else.",
    });
  const { takerId, witnessId, witnessBasis, remark } = said;
  // Whoever has signed has signed for these people.
  const isSame = takerId === handover.takerId && witnessId === handover.body.witnessId;
  return write(
    desk,
    context,
    handover,
    { zh: "指定接收人、监交人", en: "Named taker and witness" },
    {
      takerId,
      body: {
        witnessId,
        witnessBasis: witnessBasis.trim(),
        remark: remark.trim(),
        ...(isSame ? {} : { signatures: [] }),
      },
    },
  );
}

export function setItems(
  desk: Desk,
  context: Context,
  handover: Handover,
  said: readonly Pick<HandoverItem, "key" | "type" | "title" | "state" | "remark">[],
) {
  assertIn(handover, ["running", "ready"]);
  if (handover.body.signatures.length > 0)
    throw fault("refused", {
      zh: "已有人签字，事项不能再改。确需更改的，请先重新办理。",
      en: "Somebody has signed: the items stay as they are. Begin it again if they have to change.",
    });
  const items = [...handover.body.items];
  for (const one of said) {
    const at = items.findIndex(({ key }) => key === one.key);
    const old = items[at];
    if (one.state === "none" && one.remark.trim() === "" && old?.type === "case")
      throw fault("invalid", {
        zh: `在办业务 ${old.title} 不移交的，请写明原因。`,
        en: `Say why the open case ${old.title} is not handed over.`,
      });
    const made: HandoverItem = {
      key: one.key,
      type: old?.type ?? one.type,
      title: (old?.caseId ? old.title : one.title).trim(),
      caseId: old?.caseId ?? null,
      state: one.state,
      remark: one.remark.trim(),
      ...(one.state === "open" ? { by: null, at: null } : mark(desk, context)),
    };
    if (old) items[at] = made;
    else if (one.type === "case")
      throw fault("invalid", {
        zh: "在办业务由系统从业务件中列出，不能手工添加。",
        en: "Open cases are listed from the log; they are not added by hand.",
      });
    else items.push(made);
  }
  return write(
    desk,
    context,
    handover,
    { zh: `办理 ${said.length} 项`, en: `Settled ${said.length} item(s)` },
    { state: settled(items), body: { items } },
  );
}

export function sign(desk: Desk, context: Context, handover: Handover, role: SignatureRole) {
  const [lack] = signLacks(desk, handover);
  if (lack) throw fault("refused", lack);
  const personId = { giver: handover.giverId, taker: handover.takerId, witness: handover.body.witnessId }[
    role
  ];
  const name = signatureRoleNames[role];
  if (personId === null || handover.body.signatures.some((one) => one.role === role))
    throw fault("refused", { zh: `${name.zh}已经签过。`, en: `The ${name.en} has signed already.` });
  const { actor } = context;
  const operator = operatorsOn(desk).find(({ id }) => id === actor.operatorId);
  const isOwn = operator?.personId === personId;
  // Somebody else's signature is copied from paper by those who keep the papers.
  if (!isOwn && !actor.roles.some((one) => one === "scheduler" || one === "configurator"))
    throw fault("refused", {
      zh: `只能为本人签字；代为登记纸面签字须由人事排岗员或授权配置员办理。`,
      en: "You sign for yourself; recording a signature on paper needs a scheduler or a configurator.",
    });
  const signatures = [
    ...handover.body.signatures,
    { role, personId, by: actor.name, at: desk.deps.now(), isOwn },
  ];
  return write(
    desk,
    context,
    handover,
    { zh: `${name.zh}签字`, en: `The ${name.en} signed` },
    {
      state: signatures.length === 3 ? "signed" : "ready",
      body: { signatures },
    },
  );
}

export function keepGrants(
  desk: Desk,
  context: Context,
  handover: Handover,
  authorityIds: readonly string[],
  reason: string,
) {
  assertIn(handover, ["planned", "running", "ready", "signed"]);
  const operator = operatorsOn(desk).find(({ id }) => id === context.actor.operatorId);
  if (operator?.personId === handover.giverId)
    throw fault("refused", {
      zh: "移交人不能自行决定保留本人的特别授权，请由他人办理。",
      en: "The giver does not keep their own special grants: somebody else decides.",
    });
  const known = new Set(grantsOf(desk, desk.world(), handover).map(({ authorityId }) => authorityId));
  if (authorityIds.some((id) => !known.has(id)))
    throw fault("missing", {
      zh: "所选的个人授权不在此列，请刷新。",
      en: "A grant chosen is not on the list: refresh.",
    });
  const others = handover.body.kept.filter(({ authorityId }) => !authorityIds.includes(authorityId));
  const why = reason.trim();
  const added =
    why === ""
      ? []
      : authorityIds.map((authorityId) => ({ authorityId, reason: why, ...mark(desk, context) }));
  return write(
    desk,
    context,
    handover,
    why === ""
      ? {
          zh: `取消保留 ${authorityIds.length} 项个人授权`,
          en: `Took back keeping ${authorityIds.length} grant(s)`,
        }
      : {
          zh: `写明保留 ${authorityIds.length} 项个人授权的理由`,
          en: `Said why ${authorityIds.length} grant(s) are kept`,
        },
    { body: { kept: [...others, ...added] } },
  );
}

export function close(desk: Desk, context: Context, handover: Handover) {
  const [lack] = closeLacks(desk, handover);
  if (lack) throw fault("refused", lack);
  return write(
    desk,
    context,
    handover,
    { zh: "办结", en: "Closed" },
    {
      state: "closed",
      body: { closed: mark(desk, context) },
    },
  );
}

export function reopen(desk: Desk, context: Context, handover: Handover, reason: string) {
  assertIn(
    handover,
    handover.body.signatures.length > 0 ? ["ready", "signed", "closed"] : ["signed", "closed"],
  );
  if (reason.trim() === "")
    throw fault("invalid", { zh: "请写明重新办理的原因。", en: "Say why it is begun again." });
  const was = handoverStateNames[handover.state];
  return write(
    desk,
    context,
    handover,
    { zh: `重新办理（原${was.zh}）`, en: `Begun again (it was ${was.en})` },
    {
      state: settled(handover.body.items),
      body: {
        signatures: [],
        closed: null,
        reopened: [...handover.body.reopened, { reason: reason.trim(), ...mark(desk, context) }],
      },
    },
  );
}
