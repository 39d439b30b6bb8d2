// What was typed after `rotation plan` → wishes and surprises by the workbook's ids; plans by id or as the latest.
import type { InputOf } from "../../shared/contract/call.ts";
import type { Surprise } from "../../shared/contract/plan.ts";
import type { rotation } from "../../shared/contract/rotation.ts";
import { addDays, isDay } from "../../shared/domain/day.ts";
import { type FaultError, fault } from "../../shared/domain/fault.ts";
import { rotationWords } from "./rotation-words.ts";
import type { Session } from "./session.ts";

export interface WishesTyped {
  leaves: string[];
  absent: string[];
  veto: string[];
  fix?: string;
  forbid: string[];
  lockPost: string[];
  lockPerson: string[];
  blackOut: number[];
  share?: number;
}
type Asked = Required<Pick<InputOf<(typeof rotation)["plan"]>, "wishes" | "surprises">>;

const { zh, en } = rotationWords;
const wrongForm = (option: string, text: string, form: string): FaultError =>
  fault("invalid", { zh: zh.form(option, text, form), en: en.form(option, text, form) });
/** `A@B` in two; B is null where there is no @. */
function halves(text: string): [string, string | null] {
  const at = text.indexOf("@");
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** @throws FaultError invalid: another form; missing: nobody, no post of that number */
export async function askedBy(session: Session, typed: WishesTyped): Promise<Asked> {
  const { person, post } = await namesIn(session);
  const leaves = typed.leaves.map((text): Surprise => {
    const [staffNo, on] = halves(text);
    if (on === null || !isDay(on)) throw wrongForm("--leaves", text, "STAFF-NO@YYYY-MM-DD");
    return { type: "leaves", personId: person(staffNo), on };
  });
  const absent = typed.absent.map((text): Surprise => {
    const [staffNo, days] = halves(text);
    const [from = "", last, ...more] = (days ?? "").split("..");
    if (!isDay(from) || (last !== undefined && (!isDay(last) || last < from)) || more.length > 0)
      throw wrongForm("--absent", text, "STAFF-NO@YYYY-MM-DD[..YYYY-MM-DD]");
    return {
      type: "absent",
      personId: person(staffNo),
      from,
      until: last === undefined ? null : addDays(last, 1),
    };
  });
  const vetoes = typed.veto.map((text): Surprise => {
    const [staffNo, code] = halves(text);
    return { type: "veto", personId: person(staffNo), postId: code === null ? null : post(code) };
  });
  return {
    surprises: [...leaves, ...absent, ...vetoes],
    wishes: {
      fixed: typed.fix === undefined ? [] : await movesFrom(session, typed.fix),
      forbidden: typed.forbid.map((text) => {
        const [staffNo, code] = halves(text);
        if (code === null) throw wrongForm("--forbid", text, "STAFF-NO@POST");
        return { personId: person(staffNo), postId: post(code) };
      }),
      lockedPosts: typed.lockPost.map((text) => {
        const [code, until] = halves(text);
        if (until !== null && !isDay(until)) throw wrongForm("--lock-post", text, "POST[@YYYY-MM-DD]");
        return { postId: post(code), until };
      }),
      lockedPersonIds: typed.lockPerson.map(person),
      blackOutMonths: typed.blackOut,
      sharePercent: typed.share ?? null,
    },
  };
}

/** @throws FaultError invalid: rows of the file that name nobody known */
export async function movesFrom({ ask, client, reading }: Session, file: string) {
  const grant = reading(file);
  const { moves, problems } = await ask((asked) => client.rotation.movesIn({ grant }, asked));
  if (problems.length > 0)
    throw fault("invalid", {
      zh: problems.map(({ row, reason }) => zh.badRow(row, reason.zh)).join("\n"),
      en: problems.map(({ row, reason }) => en.badRow(row, reason.en)).join("\n"),
    });
  return moves;
}

/** `latest`, or an id. @throws FaultError missing */
export async function planNamed({ ask, client }: Session, name: string): Promise<string> {
  const { plans } = await ask((asked) => client.rotation.plans({}, asked));
  const plan = name === "latest" ? plans[0] : plans.find(({ id }) => id === name);
  if (plan) return plan.id;
  throw plans.length === 0
    ? fault("missing", { zh: zh.noPlans, en: en.noPlans })
    : fault("missing", { zh: zh.noPlan(name), en: en.noPlan(name) });
}

async function namesIn({ ask, client }: Session) {
  const idsOf = async (kind: "people" | "posts", key: string): Promise<Map<string, string>> => {
    const { rows } = await ask((asked) => client.sheets.list({ kind }, asked));
    return new Map(rows.map(({ id, values }) => [String(values[key]), id]));
  };
  const people = await idsOf("people", "staffNo");
  const posts = await idsOf("posts", "code");
  return {
    person: (staffNo: string): string => {
      const id = people.get(staffNo);
      if (id === undefined) throw fault("missing", { zh: zh.nobody(staffNo), en: en.nobody(staffNo) });
      return id;
    },
    post: (code: string): string => {
      const id = posts.get(code);
      if (id === undefined) throw fault("missing", { zh: zh.noPost(code), en: en.noPost(code) });
      return id;
    },
  };
}
