// How large a file may be: far above any real office table, low enough to protect the machine.

const mebi = 1024 * 1024;
export const limits = {
  /** A text table; it is streamed. */
  csvBytes: 1024 * mebi,
  /** A workbook as stored. */
  xlsxBytes: 128 * mebi,
  /** A file of rules in JSON. */
  ruleBytes: 64 * mebi,
  /** A file of swap offers or proposals. */
  offerBytes: 8 * mebi,
  /** An event log in XML as stored, packed or not; it is streamed. */
  xesBytes: 4096 * mebi,
  /** A gzipped text or log unpacked; it is streamed. */
  unpackedTextBytes: 8192 * mebi,
  /** Elements within elements: a log of attributes of attributes needs a handful. */
  xmlDepth: 256,
  /** All parts of a workbook unpacked. */
  unpackedBytes: 2048 * mebi,
  /** A part that unpacks to more than this multiple is taken for a zip bomb (real sheets stay below 60). */
  unpackRatio: 400,
  /** … once it is larger than this. */
  ratioFromBytes: 16 * mebi,
  /** Columns beyond are dropped from merged areas; a wider table is refused. */
  columns: 1_000,
  /** One field of a text table: more means that a quote was never closed. */
  fieldCharacters: 1_000_000,
  merges: 200_000,
} as const;

export const inMebi = (bytes: number): string => `${Math.round(bytes / mebi)} MB`;
