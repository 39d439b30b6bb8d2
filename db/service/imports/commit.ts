// Writes what a preview has accepted: one change; where there is a second person, governed rows go into a draft instead.
import type { Context, OutputOf } from "../../../shared/contract/call.ts";
import type { QuanhengContract } from "../../../shared/contract/contract.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { hasFactsAfter } from "../../queries/conflicts.ts";
import { needsSecond, noSecondPerson } from "../change-sets/direct.ts";
import { recordTaken, type TakenDraft, takeIntoDraft } from "../change-sets/drafting.ts";
import type { Desk } from "../desk.ts";
import { asksSecond, splitByGoverned } from "./governed-rows.ts";
import type { PreparedRow } from "./prepare.ts";
import type { ImportSession, Previewed } from "./session.ts";

/** @throws FaultError stale, where facts have changed since the preview; refused, when it was stopped */
export async function commitImport(
  desk: Desk,
  session: ImportSession,
  preview: Previewed,
  context: Context,
): Promise<OutputOf<QuanhengContract["imports"]["commit"]>> {
  const count = (verdict: PreparedRow["verdict"]): number =>
    preview.rows.filter((row) => row.verdict === verdict).length;
  const counts = {
    added: count("added"),
    changed: count("changed"),
    same: count("same"),
    rejected: count("rejected"),
  };
  if (hasFactsAfter(desk.db(), preview.basedOn))
    throw fault("stale", {
      zh: "核对之后工作簿又有改动，判定可能已过时。请重新核对后导入；没有写入任何内容。",
      en: "The workbook has changed since the preview: preview again, then import. Nothing was written.",
    });
  if (counts.added + counts.changed === 0) return { change: null, draft: null, ...counts };
  const total = counts.added + counts.changed;
  const label = { zh: "正在写入", en: "Writing" };
  context.progress(label, 0, total);
  await desk.deps.breathe();
  if (context.signal.aborted)
    throw fault("refused", {
      zh: "已取消导入，没有写入任何内容。",
      en: "Import cancelled; nothing was written.",
    });
  const files = [...new Set(session.sources.map(({ offered }) => offered.file))];
  const taken = preview.rows.filter(({ verdict }) => verdict === "added" || verdict === "changed");
  const { own, edits, day } = needsSecond(desk, context)
    ? splitByGoverned(desk, taken, preview.isLog)
    : { own: taken, edits: [], day: "" };
  const isAlone = own.some(asksSecond(preview.isLog));
  const summary = {
    zh: `导入 ${files.slice(0, 3).join("、")}${files.length > 3 ? ` 等 ${files.length} 个表` : ""}：新增 ${counts.added} 行，更正 ${counts.changed} 行`,
    en: `Imported ${files.slice(0, 3).join(", ")}${files.length > 3 ? ` and more (${files.length})` : ""}: ${counts.added} added, ${counts.changed} corrected`,
  };
  let draft: TakenDraft | null = null;
  if (own.length === 0) draft = takeIntoDraft(desk, context, edits, day, summary);
  const written =
    own.length === 0
      ? null
      : desk.write(
          context,
          {
            action: "import",
            summary: () =>
              draft
                ? {
                    zh: `${summary.zh}；授权等 ${edits.length} 行记入调整单 ${draft.number}`,
                    en: `${summary.en}; ${edits.length} governed row(s) into change set ${draft.number}`,
                  }
                : summary,
            detail: () => ({
              files,
              ...counts,
              draft,
              ...(isAlone ? { secondPerson: noSecondPerson } : {}),
            }),
          },
          (recorder) => {
            for (const row of own) if (row.verdict === "added") recorder.announce(row.kind, row.id);
            for (const row of own) {
              if (row.verdict === "changed") recorder.supersede(row.kind, row.id);
              recorder.insert(row.kind, row.id, row.values);
            }
            if (edits.length > 0) draft = recordTaken(desk, recorder, context.actor, edits, day);
          },
        );
  context.progress(label, total, total);
  return { change: written ? { seq: written.seq } : null, draft, ...counts };
}
