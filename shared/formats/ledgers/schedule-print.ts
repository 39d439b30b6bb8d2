// Authorities in force on a day → 分级授权表, in the columns of the form.
import type { Authority } from "../../domain/authority.ts";
import { contains, lastDay } from "../../domain/day.ts";
import type { MoneyUnit } from "../../domain/money.ts";
import { levelRank } from "../../domain/organisation.ts";
import { grantChoices, levelChoices } from "../../domain/sheets.ts";
import { derivedAuthorityCode } from "../authority-code.ts";
import { type Grid, type GridValue, gridText } from "../grid.ts";
import { ledgerGrid } from "./ledger-grid.ts";
import { holdersOf, type LedgerGround } from "./ledger-ground.ts";
import { type MatterStep, nameIn, personWords, stepCode, stepName, stepsOf } from "./ledger-names.ts";
import { writeRemark } from "./remark.ts";

/** The number that a file without one would give the authority. */
export function derivedCode(ground: LedgerGround, row: Authority, at: MatterStep): string {
  const post = ground.posts.find(({ id }) => id === row.postId);
  const person = ground.people.find(({ id }) => id === row.personId);
  return derivedAuthorityCode({
    matter: at.matter.code,
    step: at.step.code,
    holder: post?.code ?? person?.staffNo ?? "",
    over: row.over,
    from: row.from,
  });
}

/** Whom the form names as 被授权人: the person of a personal grant, else those who hold the post that day. */
export function holderWords(ground: LedgerGround, row: Pick<Authority, "postId" | "personId">): string {
  if (row.postId !== null)
    return holdersOf(ground, row.postId)
      .map(({ name }) => name)
      .join("、");
  const person = ground.people.find(({ id }) => id === row.personId);
  return person ? personWords(person) : "";
}

export function scheduleGrid(ground: LedgerGround, money: MoneyUnit): Grid {
  const at = new Map(stepsOf(ground).map((one) => [one.step.id, one]));
  const word = (choices: typeof levelChoices | typeof grantChoices, value: string | null): string =>
    choices.find((one) => one.value === value)?.name.zh ?? "";
  const amount = (fen: number | null): GridValue => (fen === null ? null : { money: fen, unit: money });
  const listed = ground.authorities
    .filter((row) => contains(row, ground.day))
    .flatMap((row) => {
      const place = at.get(row.stepId);
      const post = ground.posts.find(({ id }) => id === row.postId);
      const level = row.level ?? post?.level ?? null;
      return place ? [{ row, place, post, level }] : [];
    })
    .toSorted(
      (a, b) =>
        compare(a.place.matter.code, b.place.matter.code) ||
        a.place.step.position - b.place.step.position ||
        compare(a.place.step.code, b.place.step.code) ||
        (a.row.over ?? 0) - (b.row.over ?? 0) ||
        (a.level ? levelRank(a.level) : 0) - (b.level ? levelRank(b.level) : 0) ||
        compare(a.row.code, b.row.code),
    );
  const rows = listed.map(({ row, place, post, level }, index): GridValue[] => {
    const note = ground.notes.get(row.id);
    const isDerived = row.code === derivedCode(ground, row, place);
    return [
      { integer: index + 1 },
      gridText(stepCode(place)),
      gridText(stepName(place)),
      amount(row.over),
      amount(row.upTo),
      gridText(word(levelChoices, level)),
      gridText(post ? nameIn(ground.posts, post) : ""),
      gridText(note?.countersign ?? ""),
      gridText(row.isCollective ? "是" : "否"),
      gridText(note?.grantor ?? ""),
      gridText(holderWords(ground, row)),
      gridText(word(grantChoices, row.kind)),
      { day: row.from },
      row.until === null ? null : { day: lastDay(row) ?? row.from },
      gridText(row.docNo ?? ""),
      gridText(writeRemark(row.isSubDelegable, isDerived ? null : row.code, note?.remark ?? "")),
    ];
  });
  const head = money === "wan" ? "额度（万元）" : "额度（元）";
  const plain = (words: string) => ({ words });
  return ledgerGrid({
    name: "分级授权表",
    title: `${ground.unitName}分级授权表`,
    unitName: ground.unitName,
    day: ground.day,
    money,
    heads: [
      { words: "序号", align: "right" },
      plain("事项编码"),
      plain("事项名称"),
      { words: "下限", over: head, align: "right" },
      { words: "上限", over: head, align: "right" },
      plain("审批层级"),
      plain("审批岗位"),
      plain("会签部门"),
      plain("是否集体决策"),
      plain("授权人"),
      plain("被授权人"),
      plain("授权方式"),
      plain("生效日期"),
      plain("终止日期"),
      plain("文号"),
      plain("备注"),
    ],
    rows,
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
