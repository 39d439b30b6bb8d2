// One delegation as a letter (转授权书): who lends what to whom, for how long, on which paper; to be signed.
import type { Delegation } from "../../../shared/domain/authority.ts";
import { addDays, daysBetween } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { formatYuan } from "../../../shared/domain/money.ts";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import { authorityTexts } from "../delegations.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { type Asked, columnOf, reportOf, statedLens } from "./frame.ts";

interface Line {
  name: Text;
  value: Text;
}
const plain = (words: string): Text => ({ zh: words, en: words });
const line = (zh: string, en: string, value: Text): Line => ({ name: { zh, en }, value });

function amountWords(over: number | null, upTo: number | null): Text {
  const [low, high] = [over === null ? null : formatYuan(over), upTo === null ? null : formatYuan(upTo)];
  if (low === null && high === null) return { zh: "不限", en: "any amount" };
  if (high === null) return { zh: `${low} 元以上（不含）`, en: `above ${low} yuan` };
  if (low === null) return { zh: `${high} 元以下（含）`, en: `up to ${high} yuan` };
  return { zh: `${low} 元以上（不含）至 ${high} 元（含）`, en: `above ${low} up to ${high} yuan` };
}

function lentLines(world: World, row: Delegation, number: number | null): Line[] {
  const authority = authorityTexts(world)(row.authorityId);
  if (!authority) return [];
  const mayGoOn = world.authorities.find(({ id }) => id === authority.id)?.isSubDelegable === true;
  const amount = amountWords(authority.over, authority.upTo);
  const post: Text = authority.post ? plain(authority.post) : { zh: "个人授权", en: "personal grant" };
  return [
    line(`授权事项${number ?? ""}`, `Authority${number === null ? "" : ` ${number}`}`, {
      zh: `${authority.matter} · ${authority.step}；额度：${amount.zh}；岗位：${post.zh}；${mayGoOn ? "可以再转" : "不得再转"}；编号 ${authority.code}`,
      en: `${authority.matter} · ${authority.step}; amounts: ${amount.en}; post: ${post.en}; ${mayGoOn ? "may be lent on" : "may not be lent on"}; no. ${authority.code}`,
    }),
  ];
}

/** @throws FaultError missing: no such delegation */
export function delegationLetter(
  desk: Desk,
  { language, asOf, knownOn, delegationId }: Asked & { delegationId: string | null },
): ReportDocument {
  const lens = desk.lens(asOf, knownOn);
  const { world } = lens;
  const row = world.delegations.find(({ id }) => id === delegationId);
  const authority = row && authorityTexts(world)(row.authorityId);
  if (!row || !authority)
    throw fault("missing", {
      zh: "没有这份转授权。请在“转授权”页选定一份。",
      en: "There is no such delegation: choose one on the page of delegations.",
    });
  // One paper may lend several authorities: the letter states them all.
  const together = world.delegations.filter(
    (one) =>
      one.id === row.id ||
      (row.docNo !== null &&
        one.docNo === row.docNo &&
        one.fromPersonId === row.fromPersonId &&
        one.toPersonId === row.toPersonId &&
        one.from === row.from &&
        one.until === row.until),
  );
  const labels = labelsOf(world);
  const person = (id: string): Text => {
    const { name, staffNo } = labels.person(id);
    return { zh: `${name}（工号 ${staffNo}）`, en: `${name} (staff no. ${staffNo})` };
  };
  const last = row.until === null ? null : addDays(row.until, -1);
  const days = row.until === null ? null : daysBetween(row.from, row.until);
  const none: Text = { zh: "（未填）", en: "(not given)" };
  const lines: Line[] = [
    line("文号", "Document no.", row.docNo === null ? none : plain(row.docNo)),
    line("授权人", "Giver", person(row.fromPersonId)),
    line("被授权人", "Receiver", person(row.toPersonId)),
    ...together.flatMap((one, at) => lentLines(world, one, together.length > 1 ? at + 1 : null)),
    line("期限", "Days", {
      zh: last === null ? `自 ${row.from} 起` : `自 ${row.from} 起至 ${last} 止，共 ${days} 天，到期自动失效`,
      en:
        last === null ? `from ${row.from}` : `from ${row.from} to ${last}, ${days} day(s); it ends by itself`,
    }),
    line("事由", "Reason", row.reason === null ? none : plain(row.reason)),
    ...(row.endReason ? [line("提前收回", "Ended early", plain(row.endReason))] : []),
  ];
  const column = columnOf<Line>();
  return reportOf(desk, language, {
    kind: "delegation",
    title: { zh: "转授权书", en: "Letter of delegation" },
    filters: statedLens(lens),
    withRules: false,
    rows: lines,
    columns: [
      column("name", "项目", "Item", "text", ({ name }) => name[language]),
      column("value", "内容", "Content", "text", ({ value }) => value[language]),
    ],
    notes: [
      {
        zh: "授权人对转授权范围内的办理仍负责任；被授权人须在上述事项、额度和期限内行使，办理时须注明代何人办理，并遵守不相容职责分离与回避的规定。",
        en: "The giver stays responsible for what is done under it. The receiver acts within the matter, amounts and days above, says on whose behalf, and keeps to the rules on segregation of duties and recusal.",
      },
      {
        zh: "授权人（签字）：　　　　　　　　被授权人（签字）：　　　　　　　　日期：　　　　　　　　",
        en: "Giver (signed): ______________   Receiver (signed): ______________   Date: ______________",
      },
    ],
  });
}
