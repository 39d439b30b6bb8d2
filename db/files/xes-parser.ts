// XES (IEEE 1849) as a stream of traces, events and their attributes; nothing of the file is kept here.
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";

/** `log:` attributes are passed over; `global-…` are the declarations and defaults of events and traces. */
export type XesOwner = "trace" | "event" | "global-trace" | "global-event";
/** The simple types; what is nested in them, lists and containers are passed over. */
export type XesType = "string" | "date" | "int" | "float" | "boolean" | "id";
const types: ReadonlySet<string> = new Set<XesType>(["string", "date", "int", "float", "boolean", "id"]);
const isType = (name: string): name is XesType => types.has(name);

export interface XesHandler {
  trace(): void;
  traceEnd(): void;
  event(): void;
  eventEnd(): void;
  attribute(owner: XesOwner, key: string, type: XesType, value: string): void;
}
export interface XesParser {
  /** @throws FaultError invalid: not well-formed, or no event log */
  write(text: string): void;
  /** @throws FaultError broken: the text ended in the middle */
  close(): void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

export function createXesParser(path: string, handler: XesHandler): XesParser {
  const parser = new SaxesParser({ xmlns: false });
  const open: string[] = [];
  let owner: XesOwner | null = null;
  let isInTrace = false;
  /** Elements that are passed over with all that is in them. */
  let passing = 0;
  let isEnding = false;
  let quiet = 0;

  const refuse = (zh: string, en: string) => fileFault(path, "invalid", zh, en, { row: parser.line });
  const start = (name: string, { attributes }: SaxesTagPlain): void => {
    const above = open.at(-1);
    if (above === undefined) {
      if (name !== "log")
        throw refuse(
          `这不是 XES 日志：应以 <log> 开头，实为 <${name}>。若是别的表，请在表格软件里另存为 .xlsx 或“CSV UTF-8”，再导入。`,
          `This is not an XES event log: it should begin with <log>, here it is <${name}>. If it is another table, save it as .xlsx or "CSV UTF-8" in a spreadsheet program and import that.`,
        );
    } else if (above === "log" && name === "trace") {
      owner = "trace";
      isInTrace = true;
      handler.trace();
    } else if ((above === "log" || above === "trace") && name === "event") {
      owner = "event";
      handler.event();
    } else if (above === "log" && name === "global") {
      // Without a scope it speaks of events, as the standard says.
      owner = attributes.scope === "trace" ? "global-trace" : "global-event";
    } else {
      passing = 1;
      const { key, value } = attributes;
      if (owner !== null && isType(name) && key !== undefined && value !== undefined)
        handler.attribute(owner, key, name, value);
      return;
    }
    open.push(name);
  };
  const end = (): void => {
    switch (open.pop()) {
      case "trace":
        isInTrace = false;
        owner = null;
        handler.traceEnd();
        break;
      case "event":
        owner = isInTrace ? "trace" : null;
        handler.eventEnd();
        break;
      default:
        owner = null;
    }
  };

  parser.on("error", (error) => {
    if (isEnding)
      throw fileFault(
        path,
        "broken",
        `日志到第 ${parser.line} 行就中断了：XML 没有收尾，文件被截断。没有按读到的一半核对。请重新导出或下载。`,
        `The log breaks off in line ${parser.line}: the XML is not closed, the file is cut short. No half of it was used. Export or download it again.`,
        { row: parser.line },
      );
    throw refuse(
      `第 ${parser.line} 行不是合格的 XML（${error.message}）。请重新导出这份日志。`,
      `Line ${parser.line} is not well-formed XML (${error.message}). Export the log again.`,
    );
  });
  parser.on("doctype", () => {
    throw refuse(
      "日志里有 DOCTYPE 声明；XES 不需要它，其中的实体可能是 XML 炸弹，因此不读。请删去这一声明后再试。",
      "The log has a DOCTYPE; XES needs none, and entities in it may be an XML bomb, so it is not read. Remove the declaration and try again.",
    );
  });
  parser.on("opentag", (tag) => {
    quiet = 0;
    if (passing === 0) return start(localName(tag.name), tag);
    passing += 1;
    if (passing > limits.xmlDepth)
      throw refuse(
        `第 ${parser.line} 行的元素嵌套超过 ${limits.xmlDepth} 层，不像日志。请重新导出。`,
        `Elements are nested more than ${limits.xmlDepth} deep in line ${parser.line}, which no log needs. Export it again.`,
      );
  });
  parser.on("closetag", () => {
    quiet = 0;
    if (passing > 0) passing -= 1;
    else end();
  });

  return {
    write(text) {
      quiet += text.length;
      parser.write(text);
      // Counted by pieces: an element ended within the piece sets it back.
      if (quiet > limits.fieldCharacters)
        throw refuse(
          `第 ${parser.line} 行起有一个值超过 ${limits.fieldCharacters} 字，不像日志。请重新导出。`,
          `A value in line ${parser.line} is longer than ${limits.fieldCharacters} characters, which no log needs. Export it again.`,
        );
    },
    close() {
      isEnding = true;
      parser.close();
    },
  };
}
