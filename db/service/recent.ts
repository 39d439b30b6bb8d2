// The list of recently opened workbooks, a small JSON file in the program's folder.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { WorkbookState } from "../../shared/contract/workbook.ts";

const listSchema = z.array(z.object({ path: z.string(), openedAt: z.number() }));
const most = 12;
const idOf = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 16);

export interface Recent {
  list: () => WorkbookState["recent"];
  pathOf: (id: string) => string | null;
  add: (path: string, at: number) => void;
  forget: (id: string) => void;
  /** The workbook that was open when the program last ended without closing it. */
  interrupted: () => string | null;
  leave: () => void;
}

export function recentIn(folder: string): Recent {
  const file = join(folder, "recent.json");
  const openFile = join(folder, "open");
  const load = (): z.infer<typeof listSchema> => {
    // A lost or damaged list costs a convenience, never data: it starts anew.
    try {
      return listSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch {
      return [];
    }
  };
  const save = (items: z.infer<typeof listSchema>): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(items));
    renameSync(`${file}.new`, file);
  };
  return {
    list: () =>
      load().map(({ path, openedAt }) => ({
        id: idOf(path),
        name: basename(path).replace(/\.quanheng$/, ""),
        folder: basename(dirname(path)),
        openedAt,
        isMissing: !existsSync(path),
      })),
    pathOf: (id) => load().find(({ path }) => idOf(path) === id)?.path ?? null,
    add: (path, at) => {
      save([{ path, openedAt: at }, ...load().filter((item) => item.path !== path)].slice(0, most));
      writeFileSync(openFile, path);
    },
    interrupted: () => (existsSync(openFile) ? readFileSync(openFile, "utf8") : null),
    leave: () => rmSync(openFile, { force: true }),
    forget: (id) => save(load().filter(({ path }) => idOf(path) !== id)),
  };
}
