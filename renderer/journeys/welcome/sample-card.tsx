// The way in without any data of one's own: the seeded sample unit.
import { Button } from "antd";
import { Building2 } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../../parts/words.tsx";

/** `isMain`: the page's primary button already offers it. */
export function SampleCard(props: { isMain: boolean; isBusy: boolean; onOpen(): void }): ReactNode {
  const { welcome } = useWords();
  return (
    <section className="q-way">
      <h2>
        <Building2 size={16} strokeWidth={1.5} aria-hidden="true" />
        {welcome.sample}
      </h2>
      <p>{welcome.sampleWhy}</p>
      {props.isMain ? null : (
        <Button onClick={props.onOpen} loading={props.isBusy}>
          {welcome.sample}
        </Button>
      )}
    </section>
  );
}
