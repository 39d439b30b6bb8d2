// Handlers of the journal namespace: list, verify the chain, undo a change by a new entry.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { type Entry, verifyChain } from "../journal.ts";
import { dropSegments, falseSegments } from "../queries/segments.ts";
import { actorAt } from "./actor.ts";
import { needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import { assertNoPlan, inverseDraft, plansTakenOut, undoesGoverned } from "./change-sets/inverse.ts";
import type { Desk } from "./desk.ts";
import { assertUnused } from "./handovers/plan-set.ts";
import { assertOperatorsMayGo } from "./operators.ts";
import { assertLeavesStand } from "./tenure/begun-leaves.ts";
import { reversalOf, writeReversal } from "./undo.ts";
import { whyNoUndo } from "./undo-roles.ts";

/** Entries that only made, checked or exported, or that nothing of the facts hangs on. */
const undoable = new Set([
  "add",
  "correct",
  "end",
  "remove",
  "edit",
  "import",
  "rules",
  "undo",
  "profile",
  "verdict",
  "plan",
  "evidence",
  "leave",
  "approve",
  "operators",
]);

/** What was written of a change of governed rows that only one person has seen. */
const isAlone = (detail: string): boolean => detail.includes(`"secondPerson":"${noSecondPerson}"`);

/** Compares the columns that checks read with their rows; what differs is dropped and made anew by the next check. */
function verifySegments(desk: Desk): Text {
  const found = falseSegments(desk.db());
  if (found.length === 0) return { zh: "", en: "" };
  if (desk.store().readOnly === null) dropSegments(desk.db());
  return {
    zh: `有 ${found.length} 段核对用缓存与记录不符，已清除；请重新核对一次。`,
    en: ` ${found.length} segment(s) of the cache that checks read differed from the rows and were dropped: run the check again.`,
  };
}

export function journalHandlers(desk: Desk): Handlers<QuanhengContract>["journal"] {
  return {
    list: ({ before, limit }) => {
      const db = desk.db();
      const entries = db
        .prepare("SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?")
        .all(before ?? Number.MAX_SAFE_INTEGER, limit) as Entry[];
      const actor = actorAt(desk);
      const undoneBy = db.prepare("SELECT seq FROM journal WHERE undo_of = ?").pluck();
      return {
        total: desk.head().seq,
        entries: entries.map((entry) => {
          const undone = (undoneBy.get(entry.seq) as number | undefined) ?? null;
          return {
            seq: entry.seq,
            at: entry.at,
            actor: entry.actor,
            role: entry.role,
            action: entry.action,
            summary: { zh: entry.summary_zh, en: entry.summary_en },
            rows: entry.row_count,
            hash: entry.hash,
            undoOf: entry.undo_of,
            undoneBy: undone,
            secondPerson: entry.action === "approve" ? "checked" : isAlone(entry.detail) ? "none" : null,
            canUndo:
              undone === null &&
              undoable.has(entry.action) &&
              entry.row_count > 0 &&
              whyNoUndo(db, entry, actor) === null &&
              desk.store().readOnly === null,
          };
        }),
      };
    },
    verify: async (_, context) => {
      const chain = verifyChain(desk.db());
      const total = desk.head().seq;
      for (let step = chain.next(); ; step = chain.next()) {
        if (step.done) {
          const { entries, head, brokenAt } = step.value;
          const cache = verifySegments(desk);
          return {
            entries,
            head,
            brokenAt,
            message:
              brokenAt === null
                ? {
                    zh: `${entries} 条留痕逐条相连，内容与指纹相符。${cache.zh}`,
                    en: `All ${entries} entries are linked and match their hashes.${cache.en}`,
                  }
                : brokenAt > entries
                  ? {
                      zh: `留痕只到第 ${entries} 条，却有记录属于之后的条目：留痕末尾被截去，或有记录绕过留痕写入。请保留此文件，并与备份比对。`,
                      en: `The journal ends with entry ${entries}, but rows belong to later ones: its tail was cut off, or rows were put in beside it. Keep this file and compare it with a backup.`,
                    }
                  : {
                      zh: `第 ${brokenAt} 条留痕与指纹不符：其内容或所记的行在写入后被改动过。请保留此文件，并与备份比对。`,
                      en: `Entry ${brokenAt} does not match its hash: it, or a row it recorded, was changed afterwards. Keep this file and compare it with a backup.`,
                    },
          };
        }
        if (context.signal.aborted)
          throw fault("refused", { zh: "已停止校验。", en: "Verification stopped." });
        context.progress({ zh: "正在校验留痕", en: "Verifying the journal" }, step.value, total);
        await desk.deps.breathe();
      }
    },
    undo: ({ seq }, context) => {
      const db = desk.db();
      const entry = db.prepare("SELECT * FROM journal WHERE seq = ?").get(seq) as Entry | undefined;
      if (!entry) throw fault("missing", { zh: `没有第 ${seq} 条留痕。`, en: `There is no entry ${seq}.` });
      if (db.prepare("SELECT 1 FROM journal WHERE undo_of = ?").get(seq))
        throw fault("stale", { zh: "这次改动已经撤销过。", en: "This change has already been undone." });
      if (!undoable.has(entry.action) || entry.row_count === 0)
        throw fault("refused", {
          zh: "这一条没有可撤销的改动。",
          en: "This entry changed nothing that can be undone.",
        });
      const why = whyNoUndo(db, entry, context.actor);
      if (why) throw fault("refused", why);
      const reversal = reversalOf(db, seq);
      assertNoPlan(entry, reversal);
      for (const planId of plansTakenOut(db, reversal)) assertUnused(desk, planId);
      if (undoesGoverned(desk, entry, reversal) && (entry.action === "approve" || needsSecond(desk, context)))
        return { change: null, draft: inverseDraft(desk, context, entry, reversal) };
      assertOperatorsMayGo(desk, reversal);
      assertLeavesStand(desk, reversal);
      const done = desk.write(
        context,
        {
          action: "undo",
          summary: {
            zh: `撤销第 ${seq} 条：${entry.summary_zh}`,
            en: `Undid entry ${seq}: ${entry.summary_en}`,
          },
          ...(undoesGoverned(desk, entry, reversal) ? { detail: { secondPerson: noSecondPerson } } : {}),
          undoOf: seq,
        },
        (recorder) => writeReversal(db, reversal, recorder),
      );
      return { change: { seq: done.seq }, draft: null };
    },
  };
}
