// Turns what was typed into paths: npm moves to the package's folder, the person meant the one they typed in.
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fault } from "../../shared/domain/fault.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** INIT_CWD counts only where npm has really moved us: a program that npm started may have changed folders itself. */
export function folderTypedIn(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  const { INIT_CWD: typedIn, npm_package_name: name, npm_package_json: packageFile } = env;
  const isMoved = name === "quanheng" && packageFile !== undefined && dirname(packageFile) === cwd;
  return typedIn && isMoved ? typedIn : cwd;
}

/** @throws FaultError missing: not there; invalid: a folder */
export function fileToRead(folder: string, argument: string): string {
  const path = resolve(folder, argument);
  if (!existsSync(path))
    throw fault("missing", { zh: zh.misuse.noFile(argument), en: en.misuse.noFile(argument) });
  return assertNoFolder(path, argument);
}
/** @throws FaultError missing: its folder is not there; invalid: is a folder itself */
export function fileToWrite(folder: string, argument: string): string {
  const path = resolve(folder, argument);
  const parent = dirname(path);
  if (!existsSync(parent))
    throw fault("missing", { zh: zh.misuse.noFolder(parent), en: en.misuse.noFolder(parent) });
  return existsSync(path) ? assertNoFolder(path, argument) : path;
}
function assertNoFolder(path: string, argument: string): string {
  if (statSync(path).isDirectory())
    throw fault("invalid", { zh: zh.misuse.isFolder(argument), en: en.misuse.isFolder(argument) });
  return path;
}

const extension = ".quanheng";
/** A workbook may be named without its ending. */
export function workbookToRead(folder: string, argument: string): string {
  const isBare = !argument.endsWith(extension) && !existsSync(resolve(folder, argument));
  return fileToRead(
    folder,
    isBare && existsSync(resolve(folder, argument + extension)) ? argument + extension : argument,
  );
}
