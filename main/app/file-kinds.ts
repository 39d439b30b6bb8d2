// The endings a file dialog offers for each kind of file.
import type { FileFilter } from "electron";
import type { FileKind } from "../../shared/contract/shell.ts";

const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  workbook: ["quanheng"],
  table: ["xlsx", "csv", "xes", "gz"],
  log: ["csv", "xlsx", "xes", "gz"],
  profile: ["json"],
  rules: ["xlsx", "json", "csv"],
  xlsx: ["xlsx"],
  csv: ["csv"],
  json: ["json"],
  pdf: ["pdf"],
  ics: ["ics"],
};

/** The endings speak for themselves in both languages: "XLSX, CSV". */
export function filtersOf(kind: FileKind): FileFilter[] {
  const extensions = [...ENDINGS[kind]];
  return [{ name: extensions.map((ending) => ending.toUpperCase()).join(", "), extensions }];
}

/** `name` with the kind's first ending, unless it has one of them. */
export function withEnding(name: string, kind: FileKind): string {
  const isEnded = ENDINGS[kind].some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  return isEnded ? name : `${name}.${ENDINGS[kind][0]}`;
}
