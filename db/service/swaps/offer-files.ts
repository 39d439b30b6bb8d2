// Files of swap offers and of the proposals that answer them, read strictly: an unknown field is a name that slipped in.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import {
  type OffersFile,
  offersFileSchema,
  type ProposalsFile,
  proposalsFileSchema,
} from "../../../shared/domain/swap-offer.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { fileFault, systemFault } from "../../files/file-fault.ts";
import { inMebi, limits } from "../../files/limits.ts";

export interface ReadOffers {
  name: string;
  sha256: string;
  file: OffersFile;
}

/** @throws FaultError missing, refused, broken: the file; invalid: which field, what was expected */
export function readOffers(path: string): ReadOffers {
  const bytes = bytesOf(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name: basename(path), sha256, file: parsed(path, bytes, offersFileSchema) };
}

/**
 * Every file once, in the order given.
 * @throws FaultError invalid: an offer id that stands in two files, or twice in one
 */
export function readAllOffers(paths: readonly string[]): ReadOffers[] {
  const files: ReadOffers[] = [];
  const homeOf = new Map<string, string>();
  for (const path of paths) {
    const read = readOffers(path);
    if (files.some(({ sha256 }) => sha256 === read.sha256)) continue;
    for (const { offerId } of read.file.offers) {
      const home = homeOf.get(offerId);
      if (home !== undefined)
        throw fileFault(
          path,
          "invalid",
          `意向编号 ${offerId} 在“${home}”里已经有了。请只选每个单位最近一次导出的文件。`,
          `The offer ${offerId} is in "${home}" already. Choose only the latest file of each unit.`,
          { value: offerId },
        );
      homeOf.set(offerId, read.name);
    }
    files.push(read);
  }
  return files;
}

export const readProposals = (path: string): ProposalsFile =>
  parsed(path, bytesOf(path), proposalsFileSchema);

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > limits.offerBytes)
      throw fileFault(
        path,
        "refused",
        `文件有 ${inMebi(size)}，超过上限 ${inMebi(limits.offerBytes)}，不像互换文件。`,
        `The file has ${inMebi(size)}, above the limit of ${inMebi(limits.offerBytes)}: no file of swaps is so large.`,
      );
    return readFileSync(path);
  } catch (error) {
    throw systemFault(path, error);
  }
}

function parsed<T>(path: string, bytes: Buffer, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw fileFault(
      path,
      "invalid",
      "不是 JSON 文件，或没有传完整。请向对方要原文件。",
      "This is no JSON file, or not all of it. Ask for the original.",
    );
  }
  const read = schema.safeParse(data, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join(".") ?? "";
  if (field === "format" || (field === "" && issue?.code === "invalid_type"))
    throw fileFault(
      path,
      "invalid",
      "这不是互换意向或答复的文件。请选权衡在“轮岗”的“互换”里写出的文件。",
      "This is no file of swap offers or answers. Choose one that Quanheng wrote under Rotation, Swaps.",
    );
  const why = issue ? issueWords(issue) : { zh: "内容不符", en: "it does not fit" };
  const value = issue && "input" in issue && typeof issue.input !== "object" ? String(issue.input) : "";
  throw fileFault(
    path,
    "invalid",
    `互换文件有误${field === "" ? "" : `（${field}）`}：${why.zh}。整份文件没有读入；请让对方用权衡重新导出。`,
    `The file of swaps is not right${field === "" ? "" : ` (${field})`}: ${why.en}. Nothing of it was taken; have it exported by Quanheng again.`,
    { ...(field === "" ? {} : { column: field }), ...(value === "" ? {} : { value }) },
  );
}

function issueWords(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case "unrecognized_keys":
      return {
        zh: `多出了“${issue.keys.join("、")}”，文件里可能有不该外传的内容`,
        en: `"${issue.keys.join(", ")}" does not belong there and may be something that must not leave the unit`,
      };
    case "invalid_value":
      return {
        zh: `应是 ${issue.values.slice(0, 6).join("、")} 之一`,
        en: `one of ${issue.values.slice(0, 6).join(", ")} was expected`,
      };
    case "invalid_type":
      return {
        zh: `缺少内容，或应是 ${issue.expected}`,
        en: `it is missing, or should be ${issue.expected}`,
      };
    case "custom":
      return { zh: "截止月早于起始月", en: "the last month is before the first" };
    default:
      return { zh: "格式或长度不符", en: "its form or length is not right" };
  }
}
