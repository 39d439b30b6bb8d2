// Names of duties and matters as rule files may write them, from the workbook that is open.
import type { Duty } from "../../shared/domain/duty.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import { sameText } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import type { NameBook } from "../../shared/formats/rules/named-list.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { wordKey } from "../../shared/formats/word-key.ts";

function bookOf(what: Text, names: ReadonlyMap<string, Text>, used: ReadonlySet<string>): NameBook {
  const byName = new Map<string, Set<string>>();
  for (const [code, name] of names)
    for (const word of [name.zh, name.en]) {
      const key = wordKey(word);
      byName.set(key, (byName.get(key) ?? new Set()).add(code));
    }
  return {
    what,
    nameOf: (code) => names.get(code) ?? null,
    codesNamed: (name) => [...(byName.get(wordKey(name)) ?? [])],
    isKnown: (code) => names.has(code) || used.has(code),
  };
}

const strings = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.flatMap(strings) : [];

/** A rule in use may name a duty that nobody carries yet; such a code is known too. */
export function ruleBooks(world: Pick<World, "duties" | "matters">, inUse: readonly Rule[]): RuleBooks {
  const named = new Set(inUse.flatMap(({ parameters }) => Object.values(parameters).flatMap(strings)));
  const matters = new Set(inUse.flatMap(({ scope }) => scope.matters ?? []));
  return {
    duties: bookOf(
      { zh: "职责", en: "duty" },
      new Map(world.duties.map(({ code, name }: Duty) => [code, name])),
      named,
    ),
    matters: bookOf(
      { zh: "事项", en: "matter" },
      new Map(world.matters.map(({ code, name }) => [code, sameText(name)])),
      matters,
    ),
  };
}
