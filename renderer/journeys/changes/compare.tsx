// Two to four branches side by side: what each changes, brings and mends; one is chosen and submitted.
import { Radio, Select } from "antd";
import { Columns3 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { mostCompared, useBranches } from "../../data/branches.ts";
import { useTurns } from "../../data/change-turns.ts";
import { useTell } from "../../data/tell.ts";
import type { ChangeView } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type Branch, type Comparison, compare } from "./compare-model.ts";
import { CompareTable } from "./compare-table.tsx";
import { SetState } from "./set-state.tsx";
import "./compare.css";

export function Compare(): ReactNode {
  const { changes: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const submit = useTell("changes.submit");
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useTurns();
  const ids = (query.get("ids") ?? "").split(",").filter((id) => id !== "");
  const asked = useBranches(ids.slice(0, mostCompared));
  if (!found) return <PageSkeleton />;
  const branches: Branch[] = asked.flatMap(({ view, effect }) => (view ? [{ view, effect }] : []));
  const comparison = compare(branches);
  const picked: ChangeView | undefined = branches.find(({ view }) => view.set.id === chosen)?.view;
  const why = picked ? picked.may.submit : null;
  const run = async (view: ChangeView): Promise<void> => {
    const done = await submit.tell({ id: view.set.id }, { label: words.submitLabel });
    if (!done) return;
    toast.say({ words: words.submitted(view.set.number) });
    navigate(`/matrix/changes/${view.set.id}`);
  };
  return (
    <div className="q-page">
      <PageHead
        finding={useless(branches) ? [words.compareNeed] : [findingOf(words, formats, branches, comparison)]}
        why={{ words: words.compareWhy }}
        primary={{
          words: picked ? words.submitChosen(picked.set.number) : words.submit,
          busy: submit.isBusy,
          disabled: picked?.set.state !== "draft" || why !== null,
          hint: picked ? (why ? say(why) : "") : words.chooseFirst,
          onClick: () => picked && void run(picked),
        }}
        secondary={[{ words: words.back, onClick: () => navigate("/matrix/changes") }]}
      />
      <div className="q-tools">
        <span className="q-small q-second">{words.comparePick}</span>
        <Select
          mode="multiple"
          aria-label={words.comparePick}
          value={ids}
          maxCount={mostCompared}
          style={{ flex: 1, maxWidth: 720 }}
          showSearch={{ optionFilterProp: "label" }}
          options={found.map(({ set }) => ({ value: set.id, label: `${set.number} ${set.name}` }))}
          onChange={(next: string[]) => query.set({ ids: next.length > 0 ? next.join(",") : null })}
        />
      </div>
      <Trouble fault={submit.fault} />
      {useless(branches) ? (
        asked.some((one) => one.isWaiting) ? (
          <PageSkeleton />
        ) : (
          <EmptyState
            icon={<Columns3 size={32} strokeWidth={1.25} />}
            title={words.compareNeed}
            why={words.compareNeedWhy}
          />
        )
      ) : (
        <ScrollBox className="q-compare-box" label={words.compareTitle}>
          <table className="q-compare">
            <thead>
              <tr>
                <td />
                {branches.map(({ view }) => (
                  <th
                    key={view.set.id}
                    scope="col"
                    {...(view.set.id === chosen ? { "data-chosen": "" } : {})}
                  >
                    <Radio
                      name="branch"
                      checked={view.set.id === chosen}
                      disabled={view.set.state !== "draft"}
                      onChange={() => setChosen(view.set.id)}
                    >
                      <b className="q-strong">{words.chooseBranch(view.set.number)}</b>
                    </Radio>
                    <span className="q-compare-name">{view.set.name}</span>
                    <span className="q-row q-small">
                      <SetState state={view.set.state} tag />
                      <span className="q-muted">{view.set.day}</span>
                      <Link className="q-link" href={`/matrix/changes/${view.set.id}`}>
                        {words.openSet}
                      </Link>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <CompareTable branches={branches} comparison={comparison} chosen={chosen} />
          </table>
        </ScrollBox>
      )}
    </div>
  );
}

const useless = (branches: readonly Branch[]): boolean => branches.length < 2;

function findingOf(
  words: ReturnType<typeof useWords>["changes"],
  formats: ReturnType<typeof useFormats>,
  branches: readonly Branch[],
  { fewest, brings }: Comparison,
): string {
  const { lead, fewest: best, alike, end } = words.compareFinding;
  const start = lead(formats.count(branches.length));
  const winner = fewest === null ? undefined : branches[fewest];
  if (winner)
    return (
      start +
      words.finding.colon +
      best(winner.view.set.number, formats.count(brings[fewest ?? 0] ?? 0)) +
      end
    );
  const isAlike = brings.every((n) => n !== null && n === brings[0]);
  return isAlike ? start + words.finding.colon + alike + end : start + end;
}
