// "Why not?" as pages ask it: the rules to choose from, and the answer to the last question.
import { useState } from "react";
import type { Fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { useAsk } from "./ask.ts";
import { useTell } from "./tell.ts";
import type { WhyNot } from "./types.ts";

export interface WhyNotQuestion {
  ruleId: string;
  caseNo: string | null;
  people: string[];
}
export interface WhyNotState {
  /** What the form starts with; null: it is closed. */
  start: WhyNotQuestion | null;
  rules: readonly { id: string; title: Text }[];
  answer: WhyNot | null;
  isBusy: boolean;
  fault: Fault | null;
  open(start: Partial<WhyNotQuestion>): void;
  close(): void;
  ask(question: WhyNotQuestion): void;
}
export function useWhyNot(): WhyNotState {
  const [start, setStart] = useState<WhyNotQuestion | null>(null);
  const [answer, setAnswer] = useState<WhyNot | null>(null);
  const { value } = useAsk("rules.list", start ? {} : null);
  const { tell, isBusy, fault, clear } = useTell("explain.whyNot");
  return {
    start,
    rules: (value?.rules ?? []).map(({ rule }) => ({ id: rule.id, title: rule.title })),
    answer,
    isBusy,
    fault,
    open: (given) => {
      clear();
      setAnswer(null);
      setStart({ ruleId: "", caseNo: null, people: [], ...given });
    },
    close: () => setStart(null),
    ask: (question) => void tell(question).then(setAnswer),
  };
}
