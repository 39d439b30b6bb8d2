// What the window may ask of the application around it: files by dialog or drop, printing; and what it is told.
import { z } from "zod";
import { grantSchema } from "./receipt.ts";

/** What a dialog is for; decides the endings it shows. */
export const fileKinds = [
  "workbook",
  "ics",
  "table",
  "log",
  "profile",
  "rules",
  "xlsx",
  "csv",
  "json",
  "pdf",
] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file the person chose: the window gets this, never a path. */
export interface GrantedFile {
  grant: string;
  /** File name without its folder, to show. */
  name: string;
}

/** Every request, by name, as the application checks it. */
export const shellAsks = {
  connect: z.object({}),
  chooseFile: z.object({ kind: z.enum(fileKinds) }),
  chooseSave: z.object({ suggestedName: z.string().trim().min(1).max(200), kind: z.enum(fileKinds) }),
  dropFile: z.object({ path: z.string().min(1).max(4096) }),
  reveal: z.object({ grant: grantSchema }),
  print: z.object({}),
};
export type ShellAsk = keyof typeof shellAsks;

/** `lost` while the service is started again, `failed` when it kept stopping: `connect` tries once more. */
export type ServiceState = "lost" | "failed";

/** Posted to the page's own window: a fresh port (the first of `event.ports`), or news of the service. */
export type ShellEvent = { quanheng: "port" } | { quanheng: "service"; state: ServiceState };

/** `window.quanheng`. */
export interface Shell {
  /** Asks for a port to the data service; it comes as a ShellEvent, and again after every restart of the service. */
  connect(): Promise<void>;
  /** null when the person changed their mind. */
  chooseFile(kind: FileKind): Promise<GrantedFile | null>;
  chooseSave(suggestedName: string, kind: FileKind): Promise<GrantedFile | null>;
  /** null when the dropped thing is not a file on this computer. */
  dropFile(file: unknown): Promise<GrantedFile | null>;
  /** Shows a granted file in the system's file browser. */
  reveal(grant: string): Promise<void>;
  /** The page as a tagged PDF, A4 landscape, in print colours. */
  print(): Promise<Uint8Array>;
  readonly platform: { os: string; electron: string; chrome: string };
}
