// Third: the unit's own ladder, asked and never assumed; every answer is drawn at once, with its gaps and overlaps in words.
import { Button, Checkbox, Select } from "antd";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { ladderOf } from "../../../../shared/rules/design/ladder.ts";
import type { MatrixView } from "../../../data/types.ts";
import { LadderAxis } from "../../../parts/ladder-axis.tsx";
import { MoneyInput } from "../../../parts/money-input.tsx";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { LadderNotes } from "../ladder-notes.tsx";
import { type Draft, emptyRung, isEmptyTier, ladderSteps, type Rung, tiersOf } from "./draft.ts";

export function LadderStep(props: {
  draft: Draft;
  view: MatrixView;
  onChange(draft: Draft): void;
}): ReactNode {
  const { draft, view, onChange } = props;
  const { matterTemplate, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const posts = useMemo(() => new Map(view.posts.map((post) => [post.id, post])), [view]);
  const steps = ladderSteps(draft);
  const tiers = tiersOf(draft.ladder);
  const ladder = ladderOf(
    { posts },
    tiers.map(({ id, postId, over, upTo }) => ({ id: String(id), postId, over, upTo, level: null })),
  );
  const change = (id: number, answer: Partial<Rung>): void =>
    onChange({
      ...draft,
      ladder: draft.ladder.map((rung) => (rung.id === id ? { ...rung, ...answer } : rung)),
    });
  if (steps.length === 0) return <p className="q-wizard-lead">{matterTemplate.ladderNone}</p>;
  return (
    <>
      <p className="q-wizard-lead">
        {matterTemplate.ladderAsk(formats.count(steps.length))}
        <small className="q-muted">
          {matterTemplate.ladderSteps(steps.map((step) => say(step.name)).join(common.listing))}
        </small>
      </p>
      <table className="q-rungs">
        <thead>
          <tr>
            <th />
            <th>{matterTemplate.rungPost}</th>
            <th>{matterTemplate.over}</th>
            <th>{matterTemplate.upTo}</th>
            <th />
            <th />
            <th />
          </tr>
        </thead>
        <tbody>
          {draft.ladder.map((rung, nth) => {
            const name = matterTemplate.rung(formats.count(nth + 1));
            const tier = tiers.find(({ id }) => id === rung.id);
            return (
              <tr key={rung.id}>
                <th scope="row">{name}</th>
                <td>
                  <Select<string>
                    aria-label={`${name} ${matterTemplate.rungPost}`}
                    value={rung.postId}
                    allowClear
                    placeholder={matterTemplate.choosePosts}
                    showSearch={{ optionFilterProp: "label" }}
                    style={{ width: 260 }}
                    options={view.posts
                      .filter(({ level }) => level !== "handler" || rung.postId !== null)
                      .map((post) => ({
                        value: post.id,
                        label: `${common.levels[post.level]} · ${post.name}`,
                      }))}
                    onChange={(postId) =>
                      change(rung.id, {
                        postId: postId ?? null,
                        isCollective: posts.get(postId)?.level === "collective",
                      })
                    }
                  />
                </td>
                <td>
                  <MoneyInput
                    label={`${name} ${matterTemplate.over}`}
                    value={rung.over}
                    placeholder={nth === 0 ? "0" : matterTemplate.overAuto}
                    doubtful={tier !== undefined && isEmptyTier(tier)}
                    onChange={(over) => change(rung.id, { over })}
                  />
                </td>
                <td>
                  <MoneyInput
                    label={`${name} ${matterTemplate.upTo}`}
                    value={rung.upTo ?? undefined}
                    placeholder={rung.upTo === null ? matterTemplate.unlimited : matterTemplate.upToAsk}
                    disabled={rung.upTo === null}
                    doubtful={tier !== undefined && isEmptyTier(tier)}
                    onChange={(upTo) => change(rung.id, { upTo })}
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={`${name} ${matterTemplate.unlimited}`}
                    checked={rung.upTo === null}
                    onChange={({ target }) => change(rung.id, { upTo: target.checked ? null : undefined })}
                  >
                    {matterTemplate.unlimited}
                  </Checkbox>
                </td>
                <td>
                  <Checkbox
                    aria-label={`${name} ${matterTemplate.collective}`}
                    checked={rung.isCollective}
                    onChange={({ target }) => change(rung.id, { isCollective: target.checked })}
                  >
                    {matterTemplate.collective}
                  </Checkbox>
                </td>
                <td>
                  <button
                    type="button"
                    className="q-icon-button"
                    title={matterTemplate.removeRung}
                    aria-label={`${name} ${matterTemplate.removeRung}`}
                    onClick={() =>
                      onChange({ ...draft, ladder: draft.ladder.filter(({ id }) => id !== rung.id) })
                    }
                  >
                    <Trash2 size={15} strokeWidth={1.5} />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        <Button
          icon={<Plus size={15} strokeWidth={1.75} />}
          onClick={() =>
            onChange({
              ...draft,
              ladder: [...draft.ladder, emptyRung(Math.max(0, ...draft.ladder.map(({ id }) => id)) + 1)],
            })
          }
        >
          {matterTemplate.addRung}
        </Button>
      </p>
      {tiers.length === 0 ? (
        <p className="q-ladder-none">{matterTemplate.ladderEmpty}</p>
      ) : (
        <>
          <LadderAxis
            label={matterTemplate.steps.ladder}
            tiers={tiers.map(({ id, postId, ...tier }) => ({
              ...tier,
              id: String(id),
              name: posts.get(postId)?.name ?? "",
              note: common.levels[posts.get(postId)?.level ?? "handler"],
            }))}
            pieces={ladder?.pieces ?? []}
          />
          <LadderNotes pieces={ladder?.pieces ?? []} />
        </>
      )}
    </>
  );
}
