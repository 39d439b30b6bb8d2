// Gives one post exactly what another has in the matters shown.
import { Button, Select } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { namedBy, useApply } from "./apply.ts";
import { copyColumn, type Ground } from "./cell-edits.ts";
import { EditPreview } from "./edit-preview.tsx";
import type { ViewPost } from "./scope.ts";

export function PostCopier(props: {
  ground: Ground;
  /** The column that is copied, and its name. */
  from: string;
  fromName: string;
  posts: readonly ViewPost[];
  onClose(): void;
}): ReactNode {
  const { ground, from, fromName, posts } = props;
  const { matrixWork, common } = useWords();
  const [to, setTo] = useState<string | null>(null);
  const { apply, isBusy, fault } = useApply();
  const edits = useMemo(() => (to === null ? [] : copyColumn(ground, from, to)), [ground, from, to]);
  const toName = posts.find(({ id }) => id === to)?.name ?? "";
  const save = async (): Promise<void> => {
    if (
      await apply(
        edits,
        namedBy((named) => named.copyPost(fromName, toName)),
      )
    )
      props.onClose();
  };
  return (
    <SidePanel
      id="matrix.cell"
      startWidth={400}
      label={matrixWork.copyPost}
      title={fromName}
      onClose={props.onClose}
      foot={
        <Button type="primary" disabled={to === null} loading={isBusy} onClick={() => void save()}>
          {common.save}
        </Button>
      }
    >
      <Trouble fault={fault} />
      <p className="q-prose">{matrixWork.copyPostWhy(fromName)}</p>
      <div className="q-form">
        <div className="q-field">
          <span className="q-field-name">{matrixWork.copyPostTo}</span>
          <Select<string>
            aria-label={matrixWork.copyPostTo}
            value={to}
            showSearch={{ optionFilterProp: "label" }}
            options={posts
              .filter(({ id }) => id !== from)
              .map((post) => ({
                value: post.id,
                label: `${common.levels[post.level]} · ${post.name} · ${post.department}`,
              }))}
            onChange={setTo}
          />
        </div>
      </div>
      <EditPreview edits={edits} />
    </SidePanel>
  );
}
