// Mends the text layer of a printed PDF: Chromium names shared glyphs by their radicals (⼈ U+2F08), so a search for 人 would miss them.
import { deflateSync, inflateSync } from "node:zlib";

/**
 * Radicals of U+2E80–2EF3 that are whole characters too and have no compatibility mapping, each with its ideograph.
 * Source: Unicode, EquivalentUnifiedIdeograph.txt. U+2F00–2FD5 are mapped by NFKC itself.
 */
const PAIRS =
  "⺁厂⺇几⺊卜⺎兀⺒巳⺓幺⺜日⺝月⺠民⺧牛⺩王⺫目⺬示⺮竹⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜";
const IDEOGRAPHS = new Map<string, string>();
for (const [index, character] of [...PAIRS].entries()) {
  if (index % 2 === 0) IDEOGRAPHS.set(character, [...PAIRS][index + 1]!);
}

/** The text with every radical replaced by the ideograph that looks the same. */
export function unifyRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize("NFKC"));
}

/**
 * The same PDF, its glyph-to-text tables mended in an incremental update (PDF 32000-1, 7.5.6): nothing already written changes.
 * A file whose cross-references are not a plain table comes back as it is.
 */
export function mendText(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const tail = text.match(/trailer\s*(<<[\s\S]*>>)\s*startxref\s+(\d+)\s+%%EOF\s*$/);
  const tables = new Set([...text.matchAll(/\/ToUnicode (\d+) 0 R/g)].map((match) => Number(match[1])));
  const pieces: Buffer[] = [Buffer.from(pdf), Buffer.from("\n")];
  const places: [object: number, offset: number][] = [];
  let length = pdf.length + 1;
  const append = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const object of tables) {
    const table = readStream(text, object);
    const mended = table && mendTable(table);
    if (!mended || mended === table) continue;
    const body = deflateSync(Buffer.from(mended, "latin1"));
    places.push([object, length]);
    append(Buffer.from(`${object} 0 obj\n<</Filter /FlateDecode\n/Length ${body.length}>> stream\n`));
    append(body);
    append(Buffer.from("\nendstream\nendobj\n"));
  }
  if (tail === null || places.length === 0) return pdf;
  const entries = places.map(([object, at]) => `${object} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
  const trailer = tail[1]!.replace(/>>$/, `/Prev ${tail[2]}>>`);
  append(
    Buffer.from(`xref\n${entries.join("")}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`, "latin1"),
  );
  return Buffer.concat(pieces);
}

function readStream(pdf: string, object: number): string | undefined {
  const head = new RegExp(`(?:^|\\n)${object} 0 obj\\s*<<([^>]*)>>\\s*stream\\r?\\n`).exec(pdf);
  const length = head?.[1]?.match(/\/Length (\d+)/)?.[1];
  if (!head || length === undefined) return undefined;
  const start = head.index + head[0].length;
  const bytes = Buffer.from(pdf.slice(start, start + Number(length)), "latin1");
  return (head[1]!.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

/** Rewrites a ToUnicode table glyph by glyph; the same string when no radical is in it. */
function mendTable(table: string): string {
  const characters: [code: string, text: string][] = [];
  const blocks = /(\d+) beginbf(char|range)\s+([\s\S]*?)endbf\2\s*/g;
  for (const [, , kind, lines] of table.matchAll(blocks)) {
    for (const line of lines!.trim().split("\n")) {
      const words = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map((match) => match[1]!);
      const first = Number.parseInt(words[0]!, 16);
      const last = kind === "range" ? Number.parseInt(words[1]!, 16) : first;
      const start = textOf(words.at(-1)!);
      for (let glyph = first; glyph <= last; glyph += 1) {
        const point = start.codePointAt(0)! + (glyph - first);
        // A code keeps its width: one byte in some fonts, two in others.
        const code = hex(glyph, words[0]!.length);
        characters.push([code, glyph === first ? start : String.fromCodePoint(point)]);
      }
    }
  }
  if (characters.every(([, text]) => unifyRadicals(text) === text)) return table;
  const rewritten: string[] = [];
  // A block holds at most 100 entries (Adobe Technical Note 5014).
  for (let at = 0; at < characters.length; at += 100) {
    const block = characters
      .slice(at, at + 100)
      .map(([code, text]) => `<${code}> <${hexOf(unifyRadicals(text))}>\n`);
    rewritten.push(`${block.length} beginbfchar\n${block.join("")}endbfchar\n`);
  }
  return table.replace(blocks, "").replace("endcmap", () => `${rewritten.join("")}endcmap`);
}

const hex = (unit: number, width = 4): string => unit.toString(16).toUpperCase().padStart(width, "0");
const hexOf = (text: string): string =>
  text
    .split("")
    .map((unit) => hex(unit.charCodeAt(0)))
    .join("");
const textOf = (utf16: string): string =>
  String.fromCharCode(...(utf16.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
