// XML bytes as text: the encoding is what the mark or the declaration says, else UTF-8.
import type { ByteSource } from "./byte-source.ts";
import { fileFault } from "./file-fault.ts";

export function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return /^[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString("latin1"))?.[1] ?? "utf-8";
}

const decoderOf = (path: string, encoding: string) => {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw fileFault(
      path,
      "invalid",
      `文件自称用 ${encoding} 编码，这里不认识。请以 UTF-8 重新导出。`,
      `The file says that it is encoded as ${encoding}, which is not known here. Export it as UTF-8.`,
    );
  }
};

/** @throws FaultError invalid: an encoding that is not known, or bytes that do not fit it */
export async function* xmlText(
  source: ByteSource,
  head: Buffer,
  onBytes?: (done: number) => void,
): AsyncGenerator<string, void, undefined> {
  const encoding = xmlEncoding(head);
  const decoder = decoderOf(source.path, encoding);
  try {
    for await (const bytes of source.read(onBytes)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw fileFault(
      source.path,
      "invalid",
      `文字编码有误：按 ${encoding} 读到不成字的字节。文件可能被截断，或编码声明不对。请以 UTF-8 重新导出。`,
      `Broken text encoding: bytes that are no characters in ${encoding}. The file may be cut, or its declaration is wrong. Export it as UTF-8.`,
    );
  }
}
