// One offer: what went out of it, what was proposed, and the unit's decision.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useTell } from "../../../data/tell.ts";
import type { SwapOfferRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../../parts/side-panel.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";

export function OfferPanel(props: { row: SwapOfferRow; canWrite: boolean; onClose(): void }): ReactNode {
  const { row, canWrite } = props;
  const { swaps: words, common } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const undo = useUndo();
  const decide = useTell("swaps.decide");
  const withdraw = useTell("swaps.withdraw");
  const [reason, setReason] = useState("");
  const [asks, setAsks] = useState(false);
  const codes = (list: readonly string[]): string => (list.length === 0 ? words.none : list.join("、"));
  const { proposal, unmatched } = row;
  const facts: Fact[] = [
    { name: words.columns.post, value: row.post.name, half: true },
    { name: common.department, value: row.post.department, half: true },
    { name: words.columns.postClass, value: words.classes[row.postClass], half: true },
    { name: words.level, value: row.level ? common.levels[row.level] : "—", half: true },
    {
      name: words.columns.accepts,
      value: row.accepts.length === 0 ? words.any : row.accepts.map((one) => words.classes[one]).join("、"),
    },
    { name: words.columns.months, value: words.months(row.fromMonth, row.toMonth) },
    { name: words.needs, value: codes(row.needs) },
    { name: words.skills, value: codes(row.skills) },
    { name: words.columns.offerId, value: <code className="q-mono">{row.offerId}</code> },
    ...(row.decision ? [{ name: words.panel.decision, value: row.decision }] : []),
  ];
  const settle = async (isAccepted: boolean): Promise<void> => {
    const done = await decide.tell({ id: row.id, isAccepted, reason });
    if (done)
      toast.say({
        words: isAccepted ? words.panel.accepted : words.panel.declined,
        undo: () => undo(done.change.seq),
      });
  };
  const leave = async (): Promise<void> => {
    const done = await withdraw.tell({ id: row.id });
    setAsks(false);
    if (!done) return;
    toast.say({ words: words.panel.withdrawn, undo: () => undo(done.change.seq) });
    props.onClose();
  };
  const isOver = row.state === "withdrawn" || row.state === "declined";
  return (
    <SidePanel
      id="swap-offer"
      startWidth={440}
      label={words.form.title}
      title={row.person.name}
      tags={<span className="q-tag">{words.states[row.state]}</span>}
      onClose={props.onClose}
      {...(canWrite && !isOver
        ? {
            foot: (
              <>
                <Button onClick={() => setAsks(true)}>{words.panel.withdraw}</Button>
                {row.state === "proposed" ? (
                  <>
                    <Button loading={decide.isBusy} onClick={() => void settle(false)}>
                      {words.panel.decline}
                    </Button>
                    <Button type="primary" loading={decide.isBusy} onClick={() => void settle(true)}>
                      {words.panel.accept}
                    </Button>
                  </>
                ) : null}
              </>
            ),
          }
        : {})}
    >
      <Trouble fault={decide.fault ?? withdraw.fault} />
      {proposal ? (
        <PanelSection
          title={words.panel.proposal}
          note={words.panel.cycle(formats.count(proposal.cycleLength))}
        >
          <Facts
            facts={[
              { name: words.panel.month, value: proposal.month, half: true },
              {
                name: words.panel.goesTo,
                value: `${words.classes[proposal.goesTo.postClass]} · ${common.levels[proposal.goesTo.postLevel]}`,
                half: true,
              },
              { name: words.needs, value: codes(proposal.goesTo.postNeeds) },
              {
                name: words.panel.comes,
                value: `${common.levels[proposal.comes.personLevel]} · ${codes(proposal.comes.personSkills)}`,
              },
            ]}
          />
          <p className="q-prose q-second">{words.panel.toCheck}</p>
          {canWrite && row.state === "proposed" ? (
            <Input.TextArea
              className="q-swap-reason"
              aria-label={words.panel.reason}
              placeholder={words.panel.reason}
              value={reason}
              autoSize={{ minRows: 2 }}
              onChange={({ target }) => setReason(target.value)}
            />
          ) : null}
        </PanelSection>
      ) : unmatched ? (
        <p className="q-prose">
          {words.panel.unmatched(formats.count(unmatched.fitsTo), formats.count(unmatched.fitsFrom))}
        </p>
      ) : null}
      <Facts facts={facts} />
      <Confirm
        open={asks}
        title={words.panel.withdraw}
        verb={words.panel.withdraw}
        busy={withdraw.isBusy}
        onConfirm={() => void leave()}
        onCancel={() => setAsks(false)}
      >
        {words.panel.withdrawAsk}
      </Confirm>
    </SidePanel>
  );
}
