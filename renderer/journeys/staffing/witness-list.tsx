// One way to staff a tier, step by step: who, in which post, for whom.
import type { ReactNode } from "react";
import type { TierStaffing } from "../../data/types.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

type Seat = TierStaffing["witness"][number];

export function WitnessList(props: { row: TierStaffing }): ReactNode {
  const { staffing } = useWords();
  const formats = useFormats();
  const { witness } = props.row;
  const steps = new Map<string, Seat[]>();
  for (const seat of witness) steps.set(seat.stepId, [...(steps.get(seat.stepId) ?? []), seat]);
  const people = new Set(witness.map(({ person }) => person.id)).size;
  const vital = new Set(props.row.irreplaceable.map(({ id }) => id));
  return (
    <PanelSection title={staffing.witness} note={staffing.witnessNote(formats.count(people))}>
      <p className="q-note-line">{staffing.witnessWhy}</p>
      <ol className="q-witness">
        {[...steps].map(([stepId, seats]) => (
          <li key={stepId}>
            <span className="q-witness-step">{seats[0]?.step}</span>
            <span>
              {seats.map((seat) => (
                <span key={seat.person.id} className="q-witness-seat">
                  <b className={vital.has(seat.person.id) ? "q-strong q-amber" : "q-strong"}>
                    {seat.person.name}
                  </b>{" "}
                  <span className="q-muted">
                    {seat.post ?? staffing.noPost}
                    {seat.onBehalfOf ? ` · ${staffing.onBehalf(seat.onBehalfOf.name)}` : ""}
                  </span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
