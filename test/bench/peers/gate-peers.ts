// casbin and cedar on the part of a decision that they can express: amount within an authority, and no clash of duties; facts are handed to them.
import { peer } from "./peer-home.ts";

/** One draft as the peers see it: everything that needs a history has been looked up for them. */
export interface PeerDraft {
  /** Authorities of the person on the step that day; empty: none. */
  grants: readonly PeerGrant[];
  step: string;
  amount: number;
  /** The person has done a duty in this case that must be kept apart from this one. */
  clash: boolean;
}
export interface PeerGrant {
  holder: string;
  over: number;
  upTo: number;
}
export interface PeerPolicy extends PeerGrant {
  step: string;
}
export interface PeerTimes {
  perSecond: number;
  p50Us: number;
  p99Us: number;
  answers: boolean[];
}

function timed(count: number, decide: (index: number) => boolean): PeerTimes {
  const times: number[] = [];
  const answers: boolean[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    answers.push(decide(index));
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.floor((sorted.length * share) / 100)] ?? 0) * 10_000) / 10;
  return {
    perSecond: Math.round(count / (times.reduce((sum, ms) => sum + ms, 0) / 1000)),
    p50Us: at(50),
    p99Us: at(99),
    answers,
  };
}

interface Enforcer {
  addPolicies: (rules: string[][]) => Promise<boolean>;
  enforceSync: (...request: unknown[]) => boolean;
}
interface Casbin {
  newModel: (text: string) => unknown;
  newEnforcer: (model: unknown) => Promise<Enforcer>;
}
const casbinModel = `
[request_definition]
r = holder, step, amount, clash
[policy_definition]
p = holder, step, over, upTo
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.step == p.step && r.holder == p.holder && r.amount > p.over && r.amount <= p.upTo && !r.clash
`;
/** The policies are the authorities; a person without any asks as nobody. */
export async function casbinTimes(
  policies: readonly PeerPolicy[],
  drafts: readonly PeerDraft[],
): Promise<PeerTimes> {
  const { newModel, newEnforcer } = (await peer("casbin")) as Casbin;
  const enforcer = await newEnforcer(newModel(casbinModel));
  await enforcer.addPolicies(
    policies.map(({ holder, step, over, upTo }) => [holder, step, String(over), String(upTo)]),
  );
  return timed(drafts.length, (index) => {
    const draft = drafts[index]!;
    const holders =
      draft.grants.length === 0 ? ["nobody"] : [...new Set(draft.grants.map(({ holder }) => holder))];
    return holders.some((holder) => enforcer.enforceSync(holder, draft.step, draft.amount, draft.clash));
  });
}

interface Cedar {
  preparsePolicySet: (id: string, policies: unknown) => { type: string };
  statefulIsAuthorized: (call: unknown) => {
    type: string;
    response?: { decision: string };
    errors?: unknown;
  };
}
const cedarPolicy =
  "permit(principal, action, resource) when { context.amount > context.over && context.amount <= context.upTo && !context.clash };";
/** One policy, parsed beforehand; of the person's authorities each is asked until one permits. */
export async function cedarTimes(drafts: readonly PeerDraft[]): Promise<PeerTimes> {
  const cedar = (await peer("@cedar-policy/cedar-wasm/nodejs")) as Cedar;
  const parsed = cedar.preparsePolicySet("gate", { staticPolicies: cedarPolicy });
  if (parsed.type !== "success") throw new Error(`cedar could not parse: ${JSON.stringify(parsed)}`);
  const none: PeerGrant = { holder: "nobody", over: 1, upTo: 0 };
  return timed(drafts.length, (index) => {
    const { grants, step, amount, clash } = drafts[index]!;
    return (grants.length === 0 ? [none] : grants).some(({ holder, over, upTo }) => {
      const answer = cedar.statefulIsAuthorized({
        principal: { type: "Holder", id: holder },
        action: { type: "Action", id: "sign" },
        resource: { type: "Step", id: step },
        context: { amount, over, upTo, clash },
        preparsedPolicySetId: "gate",
        entities: [],
      });
      if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
      return answer.response?.decision === "allow";
    });
  });
}
