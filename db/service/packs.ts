// Handlers of the packs namespace: compare rules offered with those in use, accept some of it, export, the rules' health.
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { ruleGrids } from "../../shared/formats/rules/rule-print.ts";
import { hygieneOf } from "../../shared/rules/hygiene/hygiene.ts";
import { effectSlices, type RuleEffect } from "../../shared/rules/offers/effect.ts";
import type { Language } from "../../shared/words/language.ts";
import { writeAtomic } from "../files/atomic-writer.ts";
import { xlsxBytes } from "../files/xlsx-writer.ts";
import { hasFactsAfter } from "../queries/conflicts.ts";
import { drafted, needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import type { Desk } from "./desk.ts";
import { viewOf } from "./kept-view.ts";
import { readOfferedRules } from "./offered-rules.ts";
import { builtInRules, type Comparison, comparisonOf, newsOf, shownDifferences } from "./packs-compare.ts";
import { assertReadsBack } from "./packs-export.ts";
import { logExport, receiptOf } from "./receipts.ts";
import { ruleBooks } from "./rule-books.ts";
import { ruleJson } from "./rule-file.ts";
import { ownPack } from "./rule-rows.ts";
import { writeVersion } from "./rule-versions.ts";

const label = { zh: "正在算对冲突的影响", en: "Working out the effect on conflicts" };
const mostKept = 4;

export function packHandlers(desk: Desk): Handlers<QuanhengContract>["packs"] {
  const kept = new Map<string, Comparison>();
  const inUse = () => desk.rules().map(({ rule }) => rule);
  const books = () => ruleBooks(desk.world(), inUse());

  async function effectsOf(comparison: Comparison, context: Context): Promise<Map<string, RuleEffect>> {
    const slices = effectSlices(viewOf(desk.world(), desk.today()), inUse(), comparison.differences);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) return slice.value;
      context.progress(label, slice.value.done, slice.value.total);
      await desk.deps.breathe();
      if (context.signal.aborted) throw fault("refused", { zh: "已停止对照。", en: "Comparison stopped." });
    }
  }

  const sheetBytes = (rules: readonly Rule[], language: Language): Promise<Uint8Array> => {
    const grids = ruleGrids(rules, { books: books(), language });
    assertReadsBack(grids, rules, books());
    return xlsxBytes(grids);
  };

  return {
    news: () => newsOf(desk),
    compare: async ({ source }, context) => {
      const offered =
        source.kind === "file"
          ? await readOfferedRules(desk.deps.grants.pathOf(source.grant, "read"), books(), context)
          : { name: null, rules: builtInRules(), problems: [], passedOver: [] };
      const comparison = comparisonOf(desk, offered.rules, source.kind);
      const effects = await effectsOf(comparison, context);
      if (offered.problems.length === 0) kept.set(comparison.id, comparison);
      for (const id of [...kept.keys()].slice(0, -mostKept)) kept.delete(id);
      const { counts, differences } = shownDifferences(desk, comparison, effects, books());
      const sum = (key: keyof RuleEffect): number =>
        [...effects.values()].reduce((total, effect) => total + effect[key], 0);
      return {
        id: comparison.id,
        name: offered.name
          ? { zh: offered.name, en: offered.name }
          : { zh: "随程序附带的规则包", en: "Packs of this program" },
        problems: offered.problems,
        passedOver: offered.passedOver,
        counts,
        total: { appear: sum("appear"), vanish: sum("vanish") },
        differences,
      };
    },
    accept: ({ id, ruleIds }, context) => {
      const comparison = kept.get(id);
      if (!comparison || comparison.store !== desk.store())
        throw fault("missing", {
          zh: "这次对照已结束。请重新对照后再接受。",
          en: "This comparison has ended: compare again, then accept.",
        });
      if (hasFactsAfter(desk.db(), comparison.basedOn))
        throw fault("stale", {
          zh: "对照之后工作簿又有改动，影响可能已不同。请重新对照；没有写入任何内容。",
          en: "The workbook has changed since the comparison: compare again. Nothing was written.",
        });
      const chosen = new Set(ruleIds);
      const taken = comparison.differences.filter(
        ({ ruleId, change }) => chosen.has(ruleId) && change !== "same",
      );
      if (taken.length < chosen.size)
        throw fault("missing", {
          zh: "所选规则中有的不在这次对照里。请重新对照。",
          en: "Some of the rules chosen are not in this comparison: compare again.",
        });
      const names = taken.slice(0, 3).map(({ ruleId }) => ruleId);
      const more = taken.length > names.length;
      const summary = {
        zh: `更新规则 ${names.join("、")}${more ? ` 等 ${taken.length} 条` : ""}`,
        en: `Rules updated: ${names.join(", ")}${more ? ` and more (${taken.length})` : ""}`,
      };
      if (needsSecond(desk, context)) {
        const edits = taken.flatMap(({ ruleId, offered }): Edit[] =>
          offered.length === 0
            ? [{ op: "stop", ruleId }]
            : offered.map((rule): Edit => ({ op: "rule", rule })),
        );
        kept.delete(id);
        return { change: null, draft: drafted(desk, context, edits, summary), accepted: taken.length };
      }
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary,
          detail: {
            rules: taken.map(({ ruleId, change, before, offered }) => ({ ruleId, change, before, offered })),
            secondPerson: noSecondPerson,
          },
        },
        (recorder) => {
          for (const { ruleId, offered } of taken) {
            let same = desk.rules().filter(({ rule }) => rule.id === ruleId);
            if (offered.length === 0) for (const stored of same) recorder.supersede("rules", stored.id);
            for (const rule of offered)
              same = writeVersion(
                recorder,
                same,
                rule,
                comparison.packOf(ruleId) ?? same[0]?.pack ?? ownPack,
              );
          }
        },
      );
      kept.delete(id);
      return { change: { seq }, draft: null, accepted: taken.length };
    },
    export: async ({ grant, language }, context) => {
      const path = desk.deps.grants.pathOf(grant, "write");
      const rules = inUse();
      const pieces = /\.json$/i.test(path) ? ruleJson(rules) : [await sheetBytes(rules, language)];
      const written = await writeAtomic(path, pieces);
      const receipt = receiptOf(desk, path, written, rules.length);
      return logExport(desk, context, { zh: "规则", en: "rules" }, receipt);
    },
    hygiene: () => {
      const world = desk.world();
      const rules = inUse();
      const titles = new Map(desk.rules().map(({ rule }) => [rule.id, rule.title]));
      const matters = new Map(world.matters.map(({ id, name }) => [id, name]));
      const none = { zh: "", en: "" };
      return {
        rules: titles.size,
        findings: hygieneOf(world, rules, desk.today()).map(({ ruleIds, matterIds, ...finding }) => ({
          ...finding,
          rules: ruleIds.map((id) => ({ id, title: titles.get(id) ?? none })),
          matters: matterIds.map((id) => ({ id, name: matters.get(id) ?? "" })),
        })),
      };
    },
  };
}
