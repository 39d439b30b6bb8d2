// Contract + transport → typed calls: inputs and replies are parsed, requests matched, progress and cancel carried.
import { z } from "zod";
import type { Call, CallOptions, Client, Contract, Reply } from "./call.ts";
import { fromServiceSchema, type Transport, wireVersion } from "./wire.ts";

interface Waiting {
  call: Call;
  options: CallOptions;
  settle: (reply: Reply<unknown>) => void;
}
export interface Connection<C extends Contract> {
  client: Client<C>;
  /** Runs when data behind these namespaces has changed; `["*"]` means everything. */
  onChanged: (hear: (namespaces: string[]) => void) => void;
  /** Answers every waiting call as broken: the service is gone. */
  fail: () => void;
}

const lost: Reply<unknown> = {
  ok: false,
  fault: {
    code: "broken",
    message: {
      zh: "数据服务已中断，未确认的操作没有写入。正在重新连接，请稍后再试。",
      en: "The data service stopped; nothing unconfirmed was written. Reconnecting: please try again.",
    },
  },
};
const misread = (name: string, issue: string): Reply<unknown> => ({
  ok: false,
  fault: {
    code: "invalid",
    message: {
      zh: `调用 ${name} 的内容不合约定：${issue}`,
      en: `call ${name} does not fit the contract: ${issue}`,
    },
  },
});

export function connect<C extends Contract>(contract: C, transport: Transport): Connection<C> {
  const waiting = new Map<number, Waiting>();
  const listeners: Array<(namespaces: string[]) => void> = [];
  let lastId = 0;

  transport.listen((message) => {
    const parsed = fromServiceSchema.safeParse(message);
    if (!parsed.success) return;
    const heard = parsed.data;
    if (heard.type === "changed") for (const hear of listeners) hear(heard.namespaces);
    if (heard.type === "progress") {
      const asked = waiting.get(heard.id);
      asked?.options.progress?.(heard.progress);
      // A plain flag tells nobody that it was raised: it is looked at whenever the work says how far it is.
      if (asked?.options.signal?.aborted) transport.send({ type: "cancel", id: heard.id });
    }
    if (heard.type === "reply") {
      const asked = waiting.get(heard.id);
      waiting.delete(heard.id);
      if (!asked) return;
      if (!heard.reply.ok) return asked.settle(heard.reply);
      const value = asked.call.output.safeParse(heard.reply.value);
      asked.settle(
        value.success ? { ok: true, value: value.data } : misread("reply", z.prettifyError(value.error)),
      );
    }
  });
  transport.send({ type: "hello", version: wireVersion });

  const ask = (name: string, call: Call, input: unknown, options: CallOptions): Promise<Reply<unknown>> => {
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return Promise.resolve(misread(name, z.prettifyError(parsed.error)));
    lastId += 1;
    const id = lastId;
    return new Promise((settle) => {
      waiting.set(id, { call, options, settle });
      // The input goes as it was given: the service parses it again, and transforms must run once.
      transport.send({ type: "request", id, call: name, input });
      if (options.signal?.aborted) transport.send({ type: "cancel", id });
      options.signal?.onAbort?.(() => transport.send({ type: "cancel", id }));
    });
  };

  const client: Record<string, Record<string, unknown>> = {};
  for (const [namespace, calls] of Object.entries(contract)) {
    const made: Record<string, unknown> = {};
    for (const [key, call] of Object.entries(calls)) {
      made[key] = (input: unknown, options: CallOptions = {}) =>
        ask(`${namespace}.${key}`, call, input, options);
    }
    client[namespace] = made;
  }
  return {
    client: client as Client<C>,
    onChanged: (hear) => listeners.push(hear),
    fail: () => {
      for (const asked of waiting.values()) asked.settle(lost);
      waiting.clear();
    },
  };
}
