// Handlers of the rules namespace: the rules in use, one with its worked example, own pairs, new versions, a file brought in.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule, RuleOf } from "../../shared/domain/rule.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { ruleFields } from "../../shared/formats/rules/rule-fields.ts";
import { checkView } from "../../shared/rules/check.ts";
import { gather } from "../../shared/rules/gather.ts";
import { exampleOf } from "../../shared/rules/packs/examples/examples.ts";
import { draftOf, judge } from "../../shared/rules/reading/draft.ts";
import type { StoredRule } from "../queries/rules.ts";
import { casesWithBoth } from "./cases-with-both.ts";
import { type Desk, gone } from "./desk.ts";
import { viewOf } from "./kept-view.ts";
import { problemFault, readOfferedRules } from "./offered-rules.ts";
import { pairRule } from "./pair-rule.ts";
import { ruleBooks } from "./rule-books.ts";
import { freeRuleId, newestRules, ownPack, ruleRow, storedBody } from "./rule-rows.ts";
import { savingInWords } from "./rule-saving.ts";
import { writeVersion } from "./rule-versions.ts";

export function ruleHandlers(desk: Desk): Handlers<QuanhengContract>["rules"] {
  return {
    list: () => ({ rules: newestRules(desk).map((stored) => ruleRow(desk, stored)) }),
    show: ({ id }) => {
      const stored = newestRules(desk).find(({ rule }) => rule.id === id);
      if (!stored) throw gone({ zh: `规则 ${id}`, en: `Rule ${id}` });
      const { example, counterExample } = exampleOf(stored.rule);
      return { row: ruleRow(desk, stored), example, counterExample };
    },
    savePairs: ({ pairs }, context) => {
      const world = desk.world();
      const nameOf = (code: string): { code: string; name: string } => {
        const duty =
          world.duties.find((one) => one.code === code) ?? world.duties.find(({ name }) => name.zh === code);
        if (!duty) throw fault("invalid", { zh: `没有职责“${code}”。`, en: `There is no duty "${code}".` });
        return { code: duty.code, name: duty.name.zh };
      };
      const taken = new Set<string>();
      const freeId = (): string => {
        const id = freeRuleId(desk, taken);
        taken.add(id);
        return id;
      };
      const samePair =
        (a: string, b: string) =>
        ({ rule }: StoredRule): boolean =>
          rule.kind === "separate-duties" &&
          rule.citation.mark === "unit" &&
          rule.parameters.duties.length === 2 &&
          rule.parameters.duties.includes(a) &&
          rule.parameters.duties.includes(b);
      const made = pairs.map(({ first, second }) => {
        const [a, b] = [nameOf(first), nameOf(second)];
        if (a.code === b.code)
          throw fault("invalid", {
            zh: `“${a.name}”不能与自身分离。`,
            en: `"${a.name}" cannot be kept apart from itself.`,
          });
        const known = desk.rules().find(samePair(a.code, b.code))?.rule as
          | RuleOf<"separate-duties">
          | undefined;
        return { first: a, second: b, isNew: known === undefined, rule: known ?? pairRule(freeId(), a, b) };
      });
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary: {
            zh: `本单位规则：${made.length} 对职责分离`,
            en: `Own rules: ${made.length} pair(s) of duties kept apart`,
          },
          detail: { rules: made.map(({ rule }) => rule), secondPerson: null },
        },
        (recorder) => {
          for (const { rule, isNew } of made)
            if (isNew) recorder.insert("rules", null, storedBody(rule, ownPack));
        },
      );
      const after = desk.world();
      const { findings } = checkView(
        viewOf(after, desk.today()),
        made.map(({ rule }) => rule),
      );
      return {
        change: { seq },
        pairs: made.map(({ rule, first, second }) => ({
          ruleId: rule.id,
          first: first.name,
          second: second.name,
          casesWithBoth: casesWithBoth(after, first.code, second.code),
          casesInConflict: new Set(
            findings.filter(({ ruleId }) => ruleId === rule.id).map(({ groupKey }) => groupKey),
          ).size,
        })),
      };
    },
    save: ({ rule }, context) => {
      const [trouble] = Object.values(judge(draftOf(rule)).troubles);
      if (trouble)
        throw fault("invalid", {
          zh: `规则 ${rule.id} 还不能保存：${trouble.zh}`,
          en: `Rule ${rule.id} cannot be saved yet: ${trouble.en}`,
        });
      const same = desk.rules().filter((stored) => stored.rule.id === rule.id);
      if (same.some((stored) => stored.rule.version >= rule.version))
        throw fault("stale", {
          zh: `规则 ${rule.id} 已有第 ${rule.version} 版或更新的版本。请刷新后再改。`,
          en: `Rule ${rule.id} already has version ${rule.version} or a later one: refresh and edit again.`,
        });
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary: savingInWords(newestOf(same), rule),
          detail: { before: same.map((stored) => stored.rule), after: rule, secondPerson: null },
        },
        (recorder) => void writeVersion(recorder, same, rule, same[0]?.pack ?? ownPack),
      );
      return { change: { seq } };
    },
    remove: ({ id }, context) => {
      const same = desk.rules().filter(({ rule }) => rule.id === id);
      if (same.length === 0) throw gone({ zh: `规则 ${id}`, en: `Rule ${id}` });
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary: { zh: `停用规则 ${id}`, en: `Rule ${id} taken out of use` },
          detail: { before: same.map(({ rule }) => rule), secondPerson: null },
        },
        (recorder) => {
          for (const stored of same) recorder.supersede("rules", stored.id);
        },
      );
      return { change: { seq } };
    },
    import: async ({ grant }, context) => {
      const inUse = desk.rules().map(({ rule }) => rule);
      const books = ruleBooks(desk.world(), inUse);
      const file = await readOfferedRules(desk.deps.grants.pathOf(grant, "read"), books, context);
      if (file.problems.length > 0) throw problemFault(file);
      const parsed = file.rules;
      const known = new Map(inUse.map((rule) => [`${rule.id}@${rule.version}`, rule]));
      const added = parsed.filter((rule) => !known.has(`${rule.id}@${rule.version}`));
      for (const rule of parsed) {
        const same = known.get(`${rule.id}@${rule.version}`);
        if (same && JSON.stringify(same) !== JSON.stringify(rule)) throw differs(same, rule, books);
      }
      if (added.length === 0) return { change: null, added: 0, same: parsed.length };
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary: { zh: `导入规则 ${added.length} 条`, en: `Imported ${added.length} rule(s)` },
          detail: { rules: added, secondPerson: null },
        },
        (recorder) => {
          const inUse = gather(desk.rules(), ({ rule }) => rule.id);
          for (const rule of added.toSorted((a, b) => a.version - b.version)) {
            const same = inUse.get(rule.id) ?? [];
            const isNewest = same.every((stored) => stored.rule.version < rule.version);
            const pack = same[0]?.pack ?? ownPack;
            // The newest takes the place of the others from its first day on; an older one stands beside, for its days.
            if (isNewest) inUse.set(rule.id, writeVersion(recorder, same, rule, pack));
            else recorder.insert("rules", null, storedBody(rule, pack));
          }
        },
      );
      return { change: { seq }, added: added.length, same: parsed.length - added.length };
    },
  };
}

const newestOf = (same: readonly StoredRule[]): Rule | null =>
  same.map(({ rule }) => rule).toSorted((a, b) => b.version - a.version)[0] ?? null;

function differs(same: Rule, rule: Rule, books: RuleBooks) {
  const fields = ruleFields(same, rule, books);
  return fault("invalid", {
    zh: `规则 ${rule.id} 第 ${rule.version} 版与已有的内容不同（${fields.map(({ name }) => name.zh).join("、")}）。改动规则须升一个版本号，或先对照再接受；没有写入任何内容。`,
    en: `Rule ${rule.id} version ${rule.version} differs from the one in use (${fields.map(({ name }) => name.en).join(", ")}). A changed rule needs a higher version, or compare the file and accept it; nothing was written.`,
  });
}
