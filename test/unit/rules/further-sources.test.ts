// One finding, every source: the rules that are judged by another are told beside it.
import { expect, it } from "vitest";
import { furtherSources } from "../../../shared/rules/further-sources.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";

const idsFor = (judge: string, rules = starterRules): string[] =>
  furtherSources(rules, judge).map(({ id }) => id);

it("names the rules that another judges for, and none besides", () => {
  expect(idsFor("A-06")).toEqual(["A-16", "S-03"]);
  expect(idsFor("A-09")).toEqual(["R-06"]);
  expect(idsFor("X-01")).toEqual([]);
});

it("follows a chain to the one that judges, and leaves out a rule whose judge is out of use", () => {
  const chained = starterRules.map((rule) => (rule.id === "A-06" ? { ...rule, sameCheckAs: "A-05" } : rule));
  expect(idsFor("A-05", chained)).toEqual(["A-06", "A-16", "R-07", "S-03"]);
  expect(idsFor("A-06", chained)).toEqual([]);
  const without = starterRules.filter(({ id }) => id !== "A-06");
  expect(idsFor("A-06", without)).toEqual([]);
  expect(idsFor("A-16", without)).toEqual([]);
});

it("takes the newest version of a rule once", () => {
  const [old] = starterRules.filter(({ id }) => id === "R-06");
  if (!old) throw new Error("no R-06");
  const found = furtherSources([...starterRules, { ...old, version: old.version + 1 }], "A-09");
  expect(found.map(({ id, version }) => `${id}@${version}`)).toEqual([`R-06@${old.version + 1}`]);
});
