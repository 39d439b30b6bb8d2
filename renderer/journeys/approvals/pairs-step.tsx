// Last step of a log: pairs that must not be the same person, saved as own rules, with cases of both and in conflict at once.
import { Select } from "antd";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useChoices } from "../../data/choices.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import type { WizardState } from "./wizard-state.ts";

interface Pair {
  id: number;
  first: string | null;
  second: string | null;
}

export function PairsStep(props: { state: Extract<WizardState, { step: "pairs" }> }): ReactNode {
  const { state } = props;
  const said = useWords();
  const { imports, common, overview, rules } = said;
  const formats = useFormats();
  const language = useLanguage();
  const toast = useToast();
  const undo = useUndo();
  const [, navigate] = useLocation();
  const [pairs, setPairs] = useState<readonly Pair[]>([{ id: 1, first: null, second: null }]);
  const [isLacking, setLacking] = useState(false);
  const [saved, setSaved] = useState<Answered<"rules.savePairs">["pairs"] | null>(null);
  const save = useTell("rules.savePairs");
  const check = useTell("conflicts.check");
  // The list shows what a check has found, so the new rules are checked before it opens.
  const finish = async (): Promise<void> => {
    const done = await check.tell({}, { label: overview.checkLabel });
    if (done) navigate("/conflicts");
  };
  const known = useChoices(["duties"], null, language).get("duties") ?? [];
  const options = known.map((duty) => ({
    value: duty.value,
    label: duty.code === duty.name ? duty.name : `${duty.name} (${duty.code})`,
  }));
  const change = (id: number, part: Partial<Pair>): void =>
    setPairs(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  const keep = async (): Promise<void> => {
    const whole = pairs.flatMap(({ first, second }) =>
      first !== null && second !== null && first !== second ? [{ first, second }] : [],
    );
    setLacking(whole.length < pairs.length);
    if (whole.length < pairs.length) return;
    const done = await save.tell({ pairs: whole });
    if (!done) return;
    setSaved(done.pairs);
    toast.say(writtenToast(done, rules.pairSaved(formats.count(done.pairs.length)), undo, said));
  };
  const nameOf = (code: string): string => known.find((duty) => duty.value === code)?.name ?? code;
  return (
    <>
      <PageHead
        finding={[
          imports.doneFinding(formats.count(state.committed.added), formats.count(state.committed.changed)),
          imports.doneEnd,
          imports.pairsFinding,
        ]}
        why={{ words: imports.pairsWhy }}
        primary={
          saved
            ? { words: imports.finish, busy: check.isBusy, onClick: () => void finish() }
            : { words: imports.savePairs, busy: save.isBusy, onClick: () => void keep() }
        }
        secondary={saved ? [] : [{ words: imports.skipPairs, onClick: () => navigate("/overview") }]}
      />
      <Trouble fault={save.fault ?? check.fault} />
      <div className="q-pairs q-scroll">
        {pairs.map((pair) => (
          <div key={pair.id} className="q-where">
            {(["first", "second"] as const).map((side) => (
              <Select<string>
                key={side}
                aria-label={imports[side]}
                placeholder={imports[side]}
                value={pair[side]}
                options={options}
                showSearch={{ optionFilterProp: "label" }}
                {...(isLacking && pair[side] === null ? { status: "warning" as const } : {})}
                onChange={(next) => change(pair.id, { [side]: next })}
              />
            ))}
            <button
              type="button"
              className="q-icon-button"
              aria-label={common.remove}
              disabled={pairs.length === 1}
              onClick={() => setPairs(pairs.filter((one) => one.id !== pair.id))}
            >
              <X size={14} strokeWidth={1.5} />
            </button>
          </div>
        ))}
        {isLacking ? (
          <p className="q-amber" role="alert">
            {imports.pairMissing}
          </p>
        ) : null}
        <button
          type="button"
          className="q-chip"
          onClick={() =>
            setPairs([
              ...pairs,
              { id: Math.max(...pairs.map((one) => one.id)) + 1, first: null, second: null },
            ])
          }
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          {imports.addPair}
        </button>
        {saved ? (
          <table className="q-pair-table">
            <thead>
              <tr>
                <th scope="col">{imports.pair}</th>
                <th scope="col" className="q-num">
                  {imports.both}
                </th>
                <th scope="col" className="q-num">
                  {imports.conflict}
                </th>
              </tr>
            </thead>
            <tbody>
              {saved.map((pair) => (
                <tr key={pair.ruleId}>
                  <th scope="row">
                    {nameOf(pair.first)} × {nameOf(pair.second)}
                  </th>
                  <td className="q-num">{imports.casesUnit(formats.count(pair.casesWithBoth))}</td>
                  <td className="q-num">
                    <button
                      type="button"
                      className="q-link q-strong"
                      onClick={() => navigate(`/conflicts?rule=${encodeURIComponent(pair.ruleId)}`)}
                    >
                      {imports.casesUnit(formats.count(pair.casesInConflict))}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </>
  );
}
