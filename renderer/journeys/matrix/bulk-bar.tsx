// What can be done with the authorities that are selected.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useFormats, useWords } from "../../parts/words.tsx";

export function BulkBar(props: {
  count: number;
  onBulk(): void;
  /** Null: more than one post is selected. */
  onCopyPost: (() => void) | null;
}): ReactNode {
  const { matrixWork } = useWords();
  const formats = useFormats();
  return (
    <div className="q-bulk">
      <b>{matrixWork.selected(formats.count(props.count))}</b>
      <Button onClick={props.onBulk}>{matrixWork.bulk}</Button>
      {props.onCopyPost ? <Button onClick={props.onCopyPost}>{matrixWork.copyPost}</Button> : null}
    </div>
  );
}
