// Giver, taker and witness: who has signed when, and the button of whoever has not.
import { Button } from "antd";
import type { ReactNode } from "react";
import { signatureRoleNames, signatureRoles } from "../../../shared/domain/handover.ts";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { Mark } from "../../parts/marks.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function SignatureList(props: { view: HandoverView }): ReactNode {
  const { view } = props;
  const { handovers: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const sign = useTell("handovers.sign");
  const people = { giver: view.giver, taker: view.taker, witness: view.witness };
  return (
    <PanelSection title={words.signatures} note={words.signNote}>
      <Trouble fault={sign.fault} />
      <ul className="q-done-items">
        {signatureRoles.map((role) => {
          const signed = view.signatures.find((one) => one.role === role);
          const who = say(signatureRoleNames[role]);
          return (
            <li key={role}>
              <span className="q-row">
                <Mark shape={signed ? "done" : "waiting"} />
                {who} <b>{signed?.name ?? people[role]?.name ?? words.nobody}</b>
              </span>
              <span className="q-muted q-small">
                {signed
                  ? `${formats.instant(signed.at).slice(0, 16)} ${signed.isOwn ? words.signedOwn : words.signedPaper(signed.by)}`
                  : ""}
              </span>
              {!signed && view.state === "ready" ? (
                <Button
                  size="small"
                  disabled={view.may.sign !== null || sign.isBusy}
                  title={view.may.sign ? say(view.may.sign) : ""}
                  onClick={() => void sign.tell({ id: view.id, role })}
                >
                  {words.signOn(who)}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
