// Trouble with a file of someone else's making, said so that they can mend it.
import { basename } from "node:path";
import { type FaultCode, FaultError, fault, type Place } from "../../shared/domain/fault.ts";

/** Builds the Fault about one file; the name alone is shown, never its folder. */
export const fileFault = (
  path: string,
  code: FaultCode,
  zh: string,
  en: string,
  where: Omit<Place, "file"> = {},
): FaultError => fault(code, { zh, en }, { file: basename(path), ...where });

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** What the operating system refused, as a Fault; anything else is thrown on as the bug that it is. */
export function systemFault(path: string, error: unknown): Error {
  if (error instanceof FaultError) return error;
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return fileFault(
        path,
        "missing",
        "找不到这个文件或它所在的文件夹。它可能已被移动、改名，或所在的盘已拔出。请重新选择。",
        "The file or its folder is not there. It may have been moved or renamed, or the drive unplugged. Choose it again.",
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return fileFault(
        path,
        "refused",
        "没有读写这个文件的权限，或文件夹是只读的。请换一个文件夹，或请管理员开放权限。",
        "Reading or writing here is not permitted, or the folder is read-only. Choose another folder or ask for access.",
      );
    case "EBUSY":
    case "ETXTBSY":
      return fileFault(
        path,
        "refused",
        "文件正被其他程序占用。请先在那个程序里关闭它，再试一次。",
        "Another program holds the file. Close it there and try again.",
      );
    case "ENOSPC":
    case "EDQUOT":
      return fileFault(
        path,
        "refused",
        "磁盘空间不足，没有写成，也没有留下半个文件。请腾出空间或换一个盘。",
        "The disk is full: nothing was written and no partial file is left. Free some space or choose another drive.",
      );
    case "EISDIR":
      return fileFault(
        path,
        "invalid",
        "这是一个文件夹，不是文件。请选择文件。",
        "This is a folder, not a file. Choose a file.",
      );
    case "EIO":
      return fileFault(
        path,
        "broken",
        "磁盘读写出错。请检查这个盘，并从备份取文件。",
        "The disk failed while reading or writing. Check the drive and take the file from a backup.",
      );
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}
