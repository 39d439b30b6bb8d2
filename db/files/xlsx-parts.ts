// Which part of the archive holds each worksheet, in the order of the workbook's tabs.
import { posix } from "node:path";
import { unpackEntry, type ZipEntry } from "./zip-directory.ts";

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

async function textOf(data: Buffer, entry: ZipEntry | undefined, path: string): Promise<string> {
  if (!entry) return "";
  const chunks: Buffer[] = [];
  for await (const chunk of unpackEntry(data, entry, path)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** null where a tab has no worksheet part (a chart sheet). */
export async function sheetParts(
  data: Buffer,
  entries: readonly ZipEntry[],
  path: string,
): Promise<(ZipEntry | null)[]> {
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const workbook = entries.find((entry) => /(^|\/)workbook\.xml$/.test(entry.name));
  if (!workbook) return [];
  const folder = posix.dirname(workbook.name);
  const links = await textOf(data, find(posix.join(folder, "_rels/workbook.xml.rels")), path);
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target") ?? "",
    ]),
  );
  const tabs = (await textOf(data, workbook, path)).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g);
  return [...tabs].map(([tag]) => {
    const id = /\s\w+:id="([^"]*)"/.exec(tag)?.[1];
    const target = targets.get(id) ?? "";
    const name = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
    return find(name) ?? null;
  });
}
