// Handlers of the rules namespace: the rules in use, one with its worked example, own pairs, new versions, a file brought in.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule, RuleOf } from "../../shared/domain/rule.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { ruleFields } from "../../shared/formats/rules/rule-fields.ts";
import { checkView } from "../../shared/rules/check.ts";
import { gather } from "../../shared/rules/gather.ts";
import { exampleOf } from "../../shared/rules/packs/examples/examples.ts";
import type { StoredRule } from "../queries/rules.ts";
import { casesWithBoth } from "./cases-with-both.ts";
import { drafted, needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import { assertSavable } from "./change-sets/rule-edits.ts";
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
      const fresh = made.filter(({ isNew }) => isNew).map(({ rule }) => rule);
      const summary = {
        zh: `本单位规则：${made.length} 对职责分离`,
        en: `Own rules: ${made.length} pair(s) of duties kept apart`,
      };
      const written =
        needsSecond(desk, context) && fresh.length > 0
          ? { change: null, draft: drafted(desk, context, fresh.map(ruleEdit), summary) }
          : changed(
              desk.write(
                context,
                {
                  action: "rules",
                  summary,
                  detail: { rules: made.map(({ rule }) => rule), secondPerson: noSecondPerson },
                },
                (recorder) => {
                  for (const rule of fresh) recorder.insert("rules", null, storedBody(rule, ownPack));
                },
              ),
            );
      const after = desk.world();
      const { findings } = checkView(
        viewOf(after, desk.today()),
        made.map(({ rule }) => rule),
      );
      return {
        ...written,
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
      assertSavable(desk, rule);
      const same = desk.rules().filter((stored) => stored.rule.id === rule.id);
      const summary = savingInWords(newestOf(same), rule);
      if (needsSecond(desk, context))
        return { change: null, draft: drafted(desk, context, [ruleEdit(rule)], summary) };
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary,
          detail: { before: same.map((stored) => stored.rule), after: rule, secondPerson: noSecondPerson },
        },
        (recorder) => void writeVersion(recorder, same, rule, same[0]?.pack ?? ownPack),
      );
      return { change: { seq }, draft: null };
    },
    remove: ({ id }, context) => {
      const same = desk.rules().filter(({ rule }) => rule.id === id);
      if (same.length === 0) throw gone({ zh: `规则 ${id}`, en: `Rule ${id}` });
      const summary = { zh: `停用规则 ${id}`, en: `Rule ${id} taken out of use` };
      if (needsSecond(desk, context))
        return { change: null, draft: drafted(desk, context, [{ op: "stop", ruleId: id }], summary) };
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary,
          detail: { before: same.map(({ rule }) => rule), secondPerson: noSecondPerson },
        },
        (recorder) => {
          for (const stored of same) recorder.supersede("rules", stored.id);
        },
      );
      return { change: { seq }, draft: null };
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
      const counts = { added: added.length, same: parsed.length - added.length };
      if (added.length === 0) return { change: null, draft: null, ...counts };
      const summary = { zh: `导入规则 ${added.length} 条`, en: `Imported ${added.length} rule(s)` };
      if (needsSecond(desk, context)) {
        const edits = added.toSorted((a, b) => a.version - b.version).map(ruleEdit);
        return { change: null, draft: drafted(desk, context, edits, summary), ...counts };
      }
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary,
          detail: { rules: added, secondPerson: noSecondPerson },
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
      return { change: { seq }, draft: null, ...counts };
    },
  };
}

const ruleEdit = (rule: Rule): Edit => ({ op: "rule", rule });
const changed = ({ seq }: { seq: number }) => ({ change: { seq }, draft: null });
const newestOf = (same: readonly StoredRule[]): Rule | null =>
  same.map(({ rule }) => rule).toSorted((a, b) => b.version - a.version)[0] ?? null;

function differs(same: Rule, rule: Rule, books: RuleBooks) {
  const fields = ruleFields(same, rule, books);
  return fault("invalid", {
    zh: `规则 ${rule.id} 第 ${rule.version} 版与已有的内容不同（${fields.map(({ name }) => name.zh).join("、")}）。改动规则须升一个版本号，或先对照再接受；没有写入任何内容。`,
    en: `Rule ${rule.id} version ${rule.version} differs from the one in use (${fields.map(({ name }) => name.en).join(", ")}). A changed rule needs a higher version, or compare the file and accept it; nothing was written.`,
  });
}
