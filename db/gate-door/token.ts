// The token of the gate's door: in a file that nobody else may read, made when it is not there.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from "node:fs";
import { platform } from "node:os";
import { FaultError, fault } from "../../shared/domain/fault.ts";

const shape = /^[A-Za-z0-9_-]{43}$/;
const codeOf = (error: unknown): string => String((error as { code?: string }).code ?? "");

/**
 * Reads the token, or makes one of 256 random bits with mode 0600.
 * @throws FaultError refused: others may read the file; invalid: it holds no token
 */
export function tokenIn(path: string): string {
  try {
    return made(path);
  } catch (error) {
    if (error instanceof FaultError || codeOf(error) !== "EEXIST") throw error;
    return kept(path);
  }
}

function made(path: string): string {
  // Exclusive: a link or a file that somebody else laid there is never written to.
  const file = openSync(path, "wx", 0o600);
  try {
    const token = randomBytes(32).toString("base64url");
    writeSync(file, `${token}\n`);
    return token;
  } finally {
    closeSync(file);
  }
}

function kept(path: string): string {
  const file = openSync(path, "r");
  try {
    const state = fstatSync(file);
    // Windows has no such modes: there the folder's own rights hold.
    if (platform() !== "win32" && (state.mode & 0o077) !== 0)
      throw fault("refused", {
        zh: `令牌文件“${path}”可被他人读取。请执行 chmod 600，或删除后重新启动。`,
        en: `The token file “${path}” can be read by others. Run chmod 600 on it, or remove it and start again.`,
      });
    const token = state.size > 100 ? "" : readFileSync(file, "utf8").trim();
    if (!shape.test(token))
      throw fault("invalid", {
        zh: `文件“${path}”里没有令牌。请删除后重新启动。`,
        en: `The file “${path}” holds no token. Remove it and start again.`,
      });
    return token;
  } finally {
    closeSync(file);
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
/** In constant time, whatever the lengths. */
export const isToken = (token: string, given: string): boolean =>
  timingSafeEqual(digest(token), digest(given));
