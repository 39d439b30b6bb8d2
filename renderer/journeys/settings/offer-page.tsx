// Rules offered against the rules in use: every difference with its effect on today's conflicts, to read before accepting.
import { Check, FileUp } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { RuleDifference } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { writtenToast } from "../../data/written.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { OfferList } from "./offer-list.tsx";
import { OfferPanel } from "./offer-panel.tsx";
import { OfferProblems } from "./offer-problems.tsx";

/** What is chosen at first: news that takes nothing of the unit's own away. */
const isChosenAtFirst = (one: RuleDifference, isFile: boolean): boolean =>
  one.change !== "removed" && (isFile || (one.isNews && !one.isAdapted && !one.isStopped));

export function OfferPage(props: { bar: ReactNode; query: AddressQuery }): ReactNode {
  const { query } = props;
  const said = useWords();
  const { packs, common } = said;
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const undo = useUndo();
  const { shell } = useData();
  const readOnly = useReadOnly("rules.save");
  const grant = query.get("file");
  const source = useMemo(
    () => (grant === null ? { kind: "built-in" as const } : { kind: "file" as const, grant }),
    [grant],
  );
  const input = useMemo(() => ({ source }), [source]);
  const { value, fault, isWaiting, again } = useAsk("packs.compare", input, { fresh: true });
  const accept = useTell("packs.accept");
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const back = {
    words: packs.back,
    onClick: () => query.set({ compare: null, file: null, open: null }),
  };
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <PageHead finding={[packs.detail]} secondary={[back]} />
        {props.bar}
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );
  const { differences, counts, total } = value;
  const isChosen = (one: RuleDifference): boolean =>
    picked.get(one.ruleId) ?? isChosenAtFirst(one, grant !== null);
  const chosen = differences.filter(isChosen);
  const chooseFile = async (): Promise<void> => {
    const file = await shell.chooseFile("rules");
    if (file) query.set({ compare: "file", file: file.grant, open: null });
  };
  if (value.problems.length > 0)
    return (
      <div className="q-page">
        <PageHead
          finding={[packs.problems(formats.count(value.problems.length), say(value.name))]}
          secondary={[back]}
          primary={{
            words: packs.again,
            icon: <FileUp size={16} strokeWidth={1.75} />,
            onClick: () => void chooseFile(),
          }}
        />
        {props.bar}
        <p className="q-prose">{packs.problemsWhy}</p>
        <OfferProblems problems={value.problems} />
      </div>
    );
  const parts = [
    counts.added > 0 ? packs.added(formats.count(counts.added)) : "",
    counts.changed > 0 ? packs.changed(formats.count(counts.changed)) : "",
    counts.removed > 0 ? packs.removed(formats.count(counts.removed)) : "",
  ].filter((part) => part !== "");
  const isSteady = total.appear === 0 && total.vanish === 0;
  const finding: Finding =
    parts.length === 0
      ? [packs.finding(say(value.name)), packs.nothing]
      : [
          isSteady ? packs.noEffect : packs.effect(formats.count(total.appear), formats.count(total.vanish)),
          packs.stop,
          `${packs.finding(say(value.name))}${parts.join(common.listing)}${packs.end}`,
        ];
  const take = async (): Promise<void> => {
    const done = await accept.tell({ id: value.id, ruleIds: chosen.map(({ ruleId }) => ruleId) });
    if (!done) return;
    setPicked(new Map());
    query.set({ open: null });
    toast.say(writtenToast(done, packs.accepted(formats.count(done.accepted)), undo, said));
  };
  const opened = differences.find(({ ruleId }) => ruleId === query.get("open"));
  const sum = (key: "appear" | "vanish"): number => chosen.reduce((all, one) => all + one.effect[key], 0);
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        secondary={[back]}
        {...(parts.length === 0
          ? {}
          : {
              figures: [
                {
                  name: packs.figures.chosen,
                  figure: formats.count(chosen.length),
                  note: packs.figures.chosenOf(formats.count(differences.length)),
                },
                {
                  name: packs.figures.appear,
                  figure: formats.count(sum("appear")),
                  ...(sum("appear") > 0 ? { tone: "red" as const } : {}),
                },
                { name: packs.figures.vanish, figure: formats.count(sum("vanish")) },
                { name: packs.figures.same, figure: formats.count(counts.same) },
              ],
              primary: {
                words: chosen.length === 0 ? packs.acceptNone : packs.accept(formats.count(chosen.length)),
                icon: <Check size={16} strokeWidth={1.75} />,
                busy: accept.isBusy,
                disabled: readOnly !== null || chosen.length === 0,
                ...(readOnly ? { hint: say(readOnly) } : {}),
                onClick: () => void take(),
              },
            })}
      />
      {props.bar}
      <Trouble fault={accept.fault ?? fault} action={{ words: common.retry, onClick: again }} />
      {value.passedOver.length > 0 ? (
        <p className="q-prose q-muted">{packs.passedOver(value.passedOver.join(common.listing))}</p>
      ) : null}
      {parts.length === 0 ? (
        <EmptyState
          title={packs.emptyTitle}
          why={grant === null ? packs.emptyPacksWhy : packs.emptyWhy}
          primary={back}
        />
      ) : (
        <div className="q-split">
          <div className="q-list">
            <OfferList
              rows={differences}
              isChosen={isChosen}
              selected={opened?.ruleId ?? null}
              onChoose={(rows, isTaken) =>
                setPicked(new Map([...picked, ...rows.map(({ ruleId }) => [ruleId, isTaken] as const)]))
              }
              onOpen={(row) => query.set({ open: row.ruleId }, { quiet: query.get("open") !== null })}
            />
          </div>
          {opened ? (
            <OfferPanel key={opened.ruleId} row={opened} onClose={() => query.set({ open: null })} />
          ) : null}
        </div>
      )}
    </div>
  );
}
