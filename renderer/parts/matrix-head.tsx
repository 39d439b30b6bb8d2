// The two fixed lines above the matrix: levels, and under them posts with their holders.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import type { ReactNode } from "react";
import { BrokenName } from "./broken-name.tsx";
import type { MatrixPost } from "./matrix-cell.ts";
import { levelSpans } from "./matrix-lines.ts";
import { useWords } from "./words.tsx";

export const isEdge = (posts: readonly MatrixPost[], column: number): boolean =>
  posts[column]?.level !== posts[column + 1]?.level;

export function MatrixHead(props: {
  id: string;
  posts: readonly MatrixPost[];
  columns: readonly number[];
  template: string;
  litPostId: string | null;
}): ReactNode {
  const { posts, template } = props;
  const { common, tables } = useWords();
  let start = 2;
  const levels = levelSpans(posts).map((group) => {
    const from = start;
    start += group.span;
    return { ...group, from };
  });
  return (
    <div className="q-matrix-head" role="rowgroup">
      <div className="q-matrix-line" role="row" style={{ gridTemplateColumns: template }}>
        <div className="q-matrix-corner" role="columnheader">
          <span className="q-hidden">{tables.levels}</span>
        </div>
        {levels.map(({ level, span, from }) => (
          <div
            key={from}
            className="q-matrix-level"
            role="columnheader"
            aria-colspan={span}
            style={{ gridColumn: `${from} / span ${span}` }}
          >
            <span>{common.levels[level]}</span>
          </div>
        ))}
      </div>
      <div className="q-matrix-line" role="row" style={{ gridTemplateColumns: template }}>
        <div className="q-matrix-corner" data-low="" role="columnheader">
          {tables.matterStep}
        </div>
        {props.columns.map((column) => {
          const post = posts[column];
          return post ? (
            <div
              key={post.id}
              id={`${props.id}-p-${column}`}
              className="q-matrix-post"
              role="columnheader"
              aria-colindex={column + 2}
              title={`${post.name}\n${post.holder}`}
              style={{ gridColumn: column + 2 }}
              {...(isEdge(posts, column) ? { "data-edge": "" } : {})}
              {...(props.litPostId === post.id ? { "data-lit": "" } : {})}
            >
              <b>
                <BrokenName name={post.name} />
              </b>
              <span>{post.holder}</span>
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
