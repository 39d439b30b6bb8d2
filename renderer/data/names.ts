// Every call by its full name ("conflicts.list"), with the types of what goes in and what comes back.
import type { Call, InputOf, OutputOf } from "../../shared/contract/call.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";

type NameIn<N extends keyof QuanhengContract> = `${N}.${keyof QuanhengContract[N] & string}`;
export type CallName = { [N in keyof QuanhengContract]: NameIn<N> }[keyof QuanhengContract];
export type CallOf<Name extends CallName> = Name extends `${infer N}.${infer K}`
  ? N extends keyof QuanhengContract
    ? K extends keyof QuanhengContract[N]
      ? QuanhengContract[N][K] extends Call
        ? QuanhengContract[N][K]
        : never
      : never
    : never
  : never;
export type Asked<Name extends CallName> = InputOf<CallOf<Name>>;
export type Answered<Name extends CallName> = OutputOf<CallOf<Name>>;

export const namespaceOf = (name: CallName): string => name.slice(0, name.indexOf("."));
export const keyOf = (name: CallName): string => name.slice(name.indexOf(".") + 1);
export const callOf = (name: CallName): Call => {
  const calls: Record<string, Call> = contract[namespaceOf(name) as keyof QuanhengContract];
  const call = calls[keyOf(name)];
  if (!call) throw new Error(`no call ${name}`);
  return call;
};
