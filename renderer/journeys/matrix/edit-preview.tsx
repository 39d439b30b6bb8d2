// What edits would do to the design check, told while they are being made: what would appear and vanish, with its article.
import { type ReactNode, useEffect, useState } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { useAsk } from "../../data/ask.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { FindingList } from "./finding-list.tsx";

/** The value once it has stayed the same for a moment, so that not every key is asked about. */
export function useSettled<T>(value: T, key: string, wait = 200): T {
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    const timer = setTimeout(() => setSettled((now) => (now.key === key ? now : { key, value })), wait);
    return () => clearTimeout(timer);
  }, [key, value, wait]);
  return settled.value;
}

export function EditPreview(props: {
  edits: readonly Edit[] /** Else the day shown. */;
  day?: Day;
}): ReactNode {
  const { matrixWork } = useWords();
  const formats = useFormats();
  const frame = useFrame();
  const day = props.day ?? frame.day;
  const edits = useSettled(props.edits, JSON.stringify(props.edits));
  const { value, fault, isOld } = useAsk(
    "matrix.preview",
    edits.length === 0 ? null : { day, edits: [...edits] },
  );
  if (props.edits.length === 0) return null;
  if (!value)
    return (
      <PanelSection title={matrixWork.preview} note={fault ? undefined : matrixWork.previewing}>
        <Trouble fault={fault} />
      </PanelSection>
    );
  const { appearing, vanishing, remaining } = value;
  return (
    <div aria-live="polite" aria-busy={isOld} data-preview="">
      {appearing.length + vanishing.length === 0 ? (
        <PanelSection title={matrixWork.preview}>
          <p className="q-prose">{matrixWork.unchanged(formats.count(remaining))}</p>
        </PanelSection>
      ) : null}
      {appearing.length > 0 ? (
        <PanelSection
          title={matrixWork.preview}
          note={<b className="q-red">{matrixWork.appearing(formats.count(appearing.length))}</b>}
        >
          <FindingList findings={appearing} />
        </PanelSection>
      ) : null}
      {vanishing.length > 0 ? (
        <PanelSection
          title={matrixWork.preview}
          note={<b className="q-second">{matrixWork.vanishing(formats.count(vanishing.length))}</b>}
        >
          <FindingList findings={vanishing} />
        </PanelSection>
      ) : null}
    </div>
  );
}
