// The wishes that a plan is asked with: locks, what is forbidden, months without changes, share; each can be taken out.
import { InputNumber } from "antd";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Wishes } from "../../data/types.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Names } from "./names.ts";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function BlackOutField(props: {
  value: readonly number[];
  onChange(next: number[]): void;
}): ReactNode {
  const { rotation } = useWords();
  return (
    <>
      <fieldset className="q-months-field" aria-label={rotation.blackOut}>
        {months.map((month) => {
          const isOn = props.value.includes(month);
          return (
            <button
              key={month}
              type="button"
              aria-pressed={isOn}
              onClick={() =>
                props.onChange(
                  isOn
                    ? props.value.filter((one) => one !== month)
                    : [...props.value, month].sort((a, b) => a - b),
                )
              }
            >
              {rotation.monthName(month)}
            </button>
          );
        })}
      </fieldset>
      {props.value.length === months.length ? (
        <p className="q-amber" role="alert">
          {rotation.blackOutAll}
        </p>
      ) : (
        <p className="q-muted">{rotation.blackOutWhy}</p>
      )}
    </>
  );
}

export function ShareField(props: { value: number | null; onChange(next: number | null): void }): ReactNode {
  return (
    <InputNumber
      id="plan-share"
      min={1}
      max={100}
      precision={0}
      value={props.value}
      placeholder="33"
      suffix="%"
      onChange={props.onChange}
      style={{ width: "100%" }}
    />
  );
}

export function WishList(props: { wishes: Wishes; names: Names; onChange(next: Wishes): void }): ReactNode {
  const { wishes, names } = props;
  const { rotation, common } = useWords();
  const formats = useFormats();
  const person = (id: string): string => names.people.get(id)?.name ?? id;
  const post = (id: string | null): string =>
    id === null ? rotation.reserve : (names.posts.get(id)?.name ?? id);
  const lines = [
    ...wishes.fixed.map((move, at) => ({
      words: rotation.wishFixed(move.day, person(move.personId), post(move.toPostId)),
      without: { ...wishes, fixed: wishes.fixed.filter((_, index) => index !== at) },
    })),
    ...wishes.forbidden.map((one, at) => ({
      words:
        one.postId === null
          ? rotation.wishStays(person(one.personId))
          : rotation.wishForbidden(person(one.personId), post(one.postId)),
      without: { ...wishes, forbidden: wishes.forbidden.filter((_, index) => index !== at) },
    })),
    ...wishes.lockedPosts.map(({ postId }, at) => ({
      words: rotation.wishPost(post(postId)),
      without: { ...wishes, lockedPosts: wishes.lockedPosts.filter((_, index) => index !== at) },
    })),
    ...wishes.lockedPersonIds.map((id, at) => ({
      words: rotation.wishStays(person(id)),
      without: {
        ...wishes,
        lockedPersonIds: wishes.lockedPersonIds.filter((_, index) => index !== at),
      },
    })),
  ];
  if (lines.length === 0) return <p className="q-muted q-small">{rotation.noWishes}</p>;
  return (
    <>
      <p className="q-muted q-small">{rotation.wishesWhy(formats.count(lines.length))}</p>
      <ul className="q-wishes">
        {lines.map(({ words, without }) => (
          <li key={words}>
            <span>{words}</span>
            <button
              type="button"
              className="q-icon-button"
              aria-label={`${common.remove} ${words}`}
              title={common.remove}
              onClick={() => props.onChange(without)}
            >
              <X size={13} strokeWidth={1.5} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
