// Writes a file whole or not at all: a neighbour first, flushed to the disk, then renamed over the old one.
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Stop, stopped } from "../../shared/formats/cell.ts";
import { systemFault } from "./file-fault.ts";

export interface Written {
  bytes: number;
  /** Lower-case hexadecimal, of exactly the bytes on the disk. */
  sha256: string;
}
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

// Small pieces (lines of csv) are gathered: one system call each would dominate.
const gathered = 1 << 18;

async function fill(file: FileHandle, pieces: Pieces, stop?: Stop): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    const chunk = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk);
  };
  for await (const piece of pieces) {
    if (stop?.aborted) throw stopped();
    const chunk = Buffer.from(piece as string);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= gathered) await flush();
  }
  if (stop?.aborted) throw stopped();
  await flush();
  await file.sync();
  return { bytes, sha256: hash.digest("hex") };
}

/** A rename is on the disk only once its folder is; not every system can flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (!handle) return;
  try {
    await handle.sync();
  } catch {
    // Windows and some network drives refuse; the file itself is flushed already.
  } finally {
    await handle.close();
  }
}

/**
 * Replaces `path`. Faults: `missing` folder gone, `refused` no permission, disk full, or stopped; after any of
 * them the old file is as it was and nothing new is left.
 */
export async function writeAtomic(path: string, pieces: Pieces, stop?: Stop): Promise<Written> {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(draft, "wx", 0o644);
    let written: Written;
    try {
      written = await fill(file, pieces, stop);
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await flushFolder(folder);
    return written;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw systemFault(path, error);
  }
}
