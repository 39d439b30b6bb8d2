// What may stand as a citation and what may not.
import { expect, it } from "vitest";
import { citedAs } from "../../../shared/domain/citation.ts";
import type { EvidenceMark } from "../../../shared/domain/rule.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";

const shown = (mark: EvidenceMark, source = "会计法第35条") => citedAs({ source, mark, authority: "law" });

it("shows a read text as it is and says of the rest what it is", () => {
  expect(shown("text")).toEqual({ zh: "会计法第35条", en: "会计法第35条" });
  expect(shown("unit", "本单位规定").zh).toBe("本单位规定");
  expect(shown("secondary").zh).toBe("转引，原规范待核：会计法第35条");
  expect(shown("practice", "常见做法(审计文献)")).toEqual({
    zh: "常见做法(审计文献)",
    en: "Common practice (审计文献)",
  });
  expect(shown("practice", "practice").en).toBe("Common practice");
});

it("never shows a recollection as law", () => {
  for (const { id, citation } of starterRules.filter((rule) => rule.citation.mark === "recalled")) {
    expect(citedAs(citation).zh, id).toMatch(/^原文未核，暂不作引用：/);
    expect(citedAs(citation).en, id).toMatch(/^Not cited until the original is checked: /);
  }
});
