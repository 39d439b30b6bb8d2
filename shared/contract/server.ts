// Contract + handlers → authorise, parse, run, answer. Never throws: bugs are reported once and answered as broken.
import { z } from "zod";
import { type Fault, FaultError } from "../domain/fault.ts";
import {
  type Actor,
  type Call,
  type Context,
  type Contract,
  type Handlers,
  type Reply,
  roleNames,
} from "./call.ts";
import { type FromService, toServiceSchema, wireVersion } from "./wire.ts";

export interface ServerOptions {
  actor: () => Actor;
  /** Told of a bug (name of the call and the error); must not throw. */
  onBug: (call: string, error: unknown) => void;
}
export interface Session {
  /** Handles one message of a connection. */
  hear: (message: unknown) => Promise<void>;
}
export interface Server {
  /** One call, without envelopes. */
  run: (name: string, input: unknown, context: Omit<Context, "actor" | "inTurn">) => Promise<Reply<unknown>>;
  /** One connection with envelopes. */
  session: (send: (message: FromService) => void) => Session;
}

const answer = (fault: Fault): Reply<unknown> => ({ ok: false, fault });
const isAllowed = (call: Call, actor: Actor): boolean =>
  call.needs === "anyone" || call.needs.some((role) => actor.roles.includes(role));

const notAllowed = ({ needs }: Call): Fault => {
  const names = needs === "anyone" ? [] : needs.map((role) => roleNames[role]);
  return {
    code: "refused",
    message: {
      zh: `此操作须由${names.map(({ zh }) => zh).join("、")}办理。`,
      en: `This needs one of the roles ${names.map(({ en }) => en).join(", ")}.`,
    },
  };
};
const nobodyChosen: Fault = {
  code: "refused",
  message: {
    zh: "还没有选择操作员，只能查看。请先在窗口顶部选择您的姓名（命令行用 --as）。",
    en: "Nobody is chosen as operator, so this can only be looked at. Choose your name at the top of the window first (--as on the command line).",
  },
};
const otherOperator: Fault = {
  code: "stale",
  message: {
    zh: "等候办理期间操作员已更换，没有写入任何内容。请确认操作员后重试。",
    en: "The operator changed while this was waiting, so nothing was written. Check who is chosen and try again.",
  },
};
const neverBegun: Fault = {
  code: "refused",
  message: { zh: "已取消，没有写入任何内容。", en: "Cancelled before it began; nothing was written." },
};

const whyNot = (call: Call, actor: Actor): Fault | null => {
  if (!isAllowed(call, actor)) return notAllowed(call);
  return actor.readsOnly && call.mode === "write" && call.needs !== "anyone" ? nobodyChosen : null;
};
/** What needs no role (opening, closing) is asked in nobody's name. */
const changedSince = (then: Actor, now: Actor, call: Call): Fault | null =>
  call.needs !== "anyone" && (then.operatorId ?? null) !== (now.operatorId ?? null) ? otherOperator : null;

/** Names come from outside: only what the contract itself lists is a call, never what objects inherit. */
function callOf(contract: Contract, name: string): { namespace: string; key: string; call: Call } | null {
  const [namespace = "", key = "", ...rest] = name.split(".");
  const calls = Object.hasOwn(contract, namespace) ? contract[namespace] : undefined;
  const call = calls && Object.hasOwn(calls, key) ? calls[key] : undefined;
  return call && rest.length === 0 ? { namespace, key, call } : null;
}

export function serve<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  options: ServerOptions,
): Server {
  // Writes of all connections queue: each is one transaction, and long ones must not interleave.
  let writes: Promise<unknown> = Promise.resolve();
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const result = writes.then(work);
    writes = result.catch(() => undefined);
    return result;
  };

  const run: Server["run"] = async (name, input, partial) => {
    const found = callOf(contract, name);
    const handler = found && handlers[found.namespace]?.[found.key];
    if (!found || !handler)
      return answer({
        code: "missing",
        message: { zh: `没有 ${name} 这个调用。`, en: `There is no call ${name}.` },
      });
    const { call } = found;
    const actor = options.actor();
    const why = whyNot(call, actor);
    if (why) return answer(why);
    const parsed = call.input.safeParse(input);
    if (!parsed.success)
      return answer({
        code: "invalid",
        message: {
          zh: `${name} 的内容不合要求：${z.prettifyError(parsed.error)}`,
          en: `${name}: ${z.prettifyError(parsed.error)}`,
        },
      });
    const mayStill = (now: Actor): Fault | null =>
      call.mode === "write" ? (changedSince(actor, now, call) ?? whyNot(call, now)) : null;
    const work = async (): Promise<Reply<unknown>> => {
      if (partial.signal.aborted) return answer(neverBegun);
      // While it waited, somebody else may have been chosen, roles taken away, another workbook opened.
      const now = options.actor();
      const whyNow = mayStill(now);
      if (whyNow) return answer(whyNow);
      const context: Context = {
        ...partial,
        actor: now,
        inTurn: call.takesTurn
          ? (write) =>
              queued(async () => {
                const whyThen = mayStill(options.actor());
                if (whyThen) throw new FaultError(whyThen);
                return write();
              })
          : async (write) => write(),
      };
      try {
        return { ok: true, value: await handler(parsed.data as never, context) };
      } catch (error) {
        if (error instanceof FaultError) return answer(error.fault);
        options.onBug(name, error);
        return answer({
          code: "broken",
          message: {
            zh: `程序在 ${name} 处出错，未写入任何内容。请重试；若再出现，请把日志交给维护人员。`,
            en: `The program failed in ${name}; nothing was written. Try again; if it recurs, pass on the log.`,
          },
        });
      }
    };
    return call.mode === "write" && !call.takesTurn ? queued(work) : work();
  };

  const session: Server["session"] = (send) => {
    const running = new Map<number, { aborted: boolean }>();
    return {
      hear: async (message) => {
        const parsed = toServiceSchema.safeParse(message);
        if (!parsed.success) return;
        const heard = parsed.data;
        if (heard.type === "hello") return send({ type: "welcome", version: wireVersion });
        if (heard.type === "cancel") {
          const signal = running.get(heard.id);
          if (signal) signal.aborted = true;
          return;
        }
        const signal = { aborted: false };
        running.set(heard.id, signal);
        const reply = await run(heard.call, heard.input, {
          signal,
          progress: (label, done, total, detail) =>
            send({
              type: "progress",
              id: heard.id,
              progress: { label, done, total, ...(detail === undefined ? {} : { detail }) },
            }),
        });
        running.delete(heard.id);
        send({ type: "reply", id: heard.id, reply });
      },
    };
  };
  return { run, session };
}
