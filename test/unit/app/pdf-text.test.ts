// Text in a printed PDF is found by the characters a person types, not by the radicals that share their glyphs.
import { expect, test } from "vitest";
import { mendText, unifyRadicals } from "../../../main/app/pdf-text.ts";

test("radicals become the ideographs that look the same, everything else stays", () => {
  expect(unifyRadicals("同⼀⼈⻓期经办⼜审核⻚ 1,⻋辆采购 Ⅱ 期")).toBe(
    "同一人长期经办又审核页 1,车辆采购 Ⅱ 期",
  );
});

/** A PDF of one object that holds a glyph-to-text table, enough for what is mended. */
function pdfWith(lines: string): Buffer {
  const table = `begincmap\n${lines}\nendcmap`;
  const object = `1 0 obj\n<</Length ${table.length}>> stream\n${table}\nendstream\nendobj\n`;
  const start = "%PDF-1.4\n";
  const xref = start.length + object.length;
  return Buffer.from(
    `${start}${object}xref\n0 2\ntrailer\n<</Size 2 /ToUnicode 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`,
    "latin1",
  );
}

test("a table with radicals is written again behind the file, whose own bytes stay", () => {
  const pdf = pdfWith("1 beginbfrange\n<0003> <0005> <2F06>\nendbfrange");
  const mended = Buffer.from(mendText(pdf));
  expect(mended.subarray(0, pdf.length).equals(pdf)).toBe(true);
  const added = mended.subarray(pdf.length).toString("latin1");
  const place = Number(added.match(/xref\n1 1\n(\d{10}) 00000 n/)?.[1]);
  expect(mended.subarray(place, place + 7).toString()).toBe("1 0 obj");
  expect(added).toContain(`/Prev ${pdf.indexOf("xref")}`);
  expect(Number(added.match(/startxref\n(\d+)/)?.[1])).toBe(pdf.length + added.indexOf("xref\n1 1"));
});

test("a file without radicals comes back as it is", () => {
  const pdf = pdfWith("1 beginbfchar\n<0003> <4EBA>\nendbfchar");
  expect(mendText(pdf)).toBe(pdf);
});
