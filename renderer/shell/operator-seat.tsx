// The chooser at the right of the top bar: who is at work, in which roles; remembered per workbook.
import { Dropdown, type MenuProps } from "antd";
import { ChevronDown, UserRoundCog } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type Seats, useSeats } from "../data/operators.ts";
import { useWorkbook } from "../data/workbook.ts";
import { useMemory } from "../parts/memory.ts";
import { useToast } from "../parts/undo-toast.tsx";
import { useWords } from "../parts/words.tsx";
import { useRoleWords } from "./role-words.ts";
import "./operators.css";

const Manager = lazy(() => import("./operator-manager.tsx"));
const look = "look";
const manage = "manage";

/** Chooses again whoever was chosen when this workbook was last open in this window. */
function useRememberedSeat(seats: Seats): (id: string | null) => Promise<void> {
  const memory = useMemory();
  const key = `operator.${useWorkbook()?.name ?? ""}`;
  const { current, operators, choose } = seats;
  useEffect(() => {
    const last = memory.read(key);
    if (!current && last && operators.some(({ id }) => id === last)) void choose(last);
  }, [memory, key, current, operators, choose]);
  return (id) => {
    memory.write(key, id ?? "");
    return choose(id);
  };
}

/** The menu is drawn some frames after it is asked for; then the keyboard goes on in it, at what is chosen. */
const mostFrames = 30;
function enterMenu(frames: number): void {
  const items = [...document.querySelectorAll<HTMLElement>(".q-seat-menu [role=menuitem]")];
  const item = items.find((one) => one.classList.contains("ant-dropdown-menu-item-selected")) ?? items[0];
  item?.focus();
  if (frames > 0 && (!item || document.activeElement !== item))
    requestAnimationFrame(() => enterMenu(frames - 1));
}

export function OperatorSeat(): ReactNode {
  const { common, frame, operators: words } = useWords();
  const rolesOf = useRoleWords();
  const toast = useToast();
  const seats = useSeats();
  const choose = useRememberedSeat(seats);
  const [managing, setManaging] = useState(false);
  const { operators, current } = seats;
  const isSole = operators.length === 0;
  const items: MenuProps["items"] = [
    {
      key: "note",
      type: "group",
      label: <p className="q-seat-note">{isSole ? words.soleWhy : words.unprotected}</p>,
      children: operators.map((one) => ({
        key: one.id,
        label: (
          <span className="q-seat-line">
            <b className="q-strong">{one.name}</b>
            <span className="q-muted">{rolesOf(one.roles)}</span>
          </span>
        ),
      })),
    },
    ...(isSole ? [] : [{ key: look, label: words.look }]),
    { type: "divider" as const },
    {
      key: manage,
      icon: <UserRoundCog size={14} strokeWidth={1.5} />,
      label: isSole ? words.setUp : words.manage,
    },
  ];
  const pick = async (key: string): Promise<void> => {
    if (key === manage) return setManaging(true);
    const one = operators.find(({ id }) => id === key);
    await choose(one?.id ?? null);
    toast.say({ words: one ? words.chosen(one.name) : words.none });
  };
  const name = current?.name ?? (isSole ? frame.soleRole : words.nobody);
  return (
    <>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        onOpenChange={(open) => open && enterMenu(mostFrames)}
        classNames={{ root: "q-seat-menu" }}
        menu={{
          items,
          selectable: true,
          selectedKeys: [current?.id ?? (isSole ? "" : look)],
          onClick: ({ key }) => void pick(key),
        }}
      >
        <button
          type="button"
          className="q-person"
          aria-haspopup="menu"
          title={isSole ? frame.soleRoleWhy : current ? words.unprotected : words.nobodyHint}
          {...(!isSole && !current ? { "data-nobody": "" } : {})}
        >
          <span className="q-hidden">
            {words.title}
            {common.colon}
          </span>
          {current ? (
            <>
              <b className="q-strong q-ellipsis">{current.name}</b>
              <span className="q-muted q-ellipsis">{rolesOf(current.roles)}</span>
            </>
          ) : (
            <span className={isSole ? "q-muted q-ellipsis" : "q-amber q-strong q-ellipsis"}>{name}</span>
          )}
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </Dropdown>
      {managing ? (
        <Suspense fallback={null}>
          <Manager operators={operators} onClose={() => setManaging(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
