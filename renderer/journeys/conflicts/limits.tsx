// What the numbers cannot tell, beneath them: the first line in sight, the rest on asking.
import type { ReactNode } from "react";
import type { Text } from "../../../shared/domain/text.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

export function Limits(props: { limits: readonly Text[] }): ReactNode {
  const { analysis, common } = useWords();
  const say = useText();
  const [first, ...rest] = props.limits;
  if (!first) return null;
  return (
    <details className="q-limits">
      <summary>
        <b>{analysis.limits}</b>
        {common.colon}
        {say(first)}
      </summary>
      <ul>
        {rest.map((limit) => (
          <li key={limit.en}>{say(limit)}</li>
        ))}
      </ul>
    </details>
  );
}
