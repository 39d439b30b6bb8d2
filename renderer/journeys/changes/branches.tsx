// The branches of one question above the set: which there are, which one this is, and the way to compare them.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { mostCompared } from "../../data/branches.ts";
import type { ChangeView } from "../../data/types.ts";
import { useWords } from "../../parts/words.tsx";

export function Branches(props: { view: ChangeView }): ReactNode {
  const { set, branches } = props.view;
  const { changes: words } = useWords();
  if (branches.length === 0) return null;
  const all = [set, ...branches].toSorted((a, b) => a.number.localeCompare(b.number));
  // This one is always among those compared.
  const others = branches.slice(0, mostCompared - 1);
  const compared = all.filter((one) => one === set || others.includes(one)).map(({ id }) => id);
  return (
    <span className="q-set-branches">
      {words.branches}
      {all.map((one) => (
        <Link
          key={one.id}
          className="q-chip"
          href={`/matrix/changes/${one.id}`}
          aria-current={one.id === set.id ? "page" : undefined}
          title={one.name}
        >
          {one.number}
        </Link>
      ))}
      <Link className="q-link" href={`/matrix/changes/compare?ids=${compared.join(",")}`}>
        {words.compare}
      </Link>
    </span>
  );
}
