// The menu of a move or a row, at the pointer: what can be done with it, with the keys that do the same.
import { Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";

export interface MenuAction {
  key: string;
  words: string;
  keys?: string;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  run(): void;
}

export function MoveMenu(props: {
  at: { x: number; y: number };
  label: string;
  actions: readonly (MenuAction | "line")[];
  onClose(): void;
}): ReactNode {
  const actions = props.actions.filter((action) => action !== "line");
  const items: MenuProps["items"] = props.actions.map((action, at) =>
    action === "line"
      ? { type: "divider" as const, key: `line-${at}` }
      : {
          key: action.key,
          icon: action.icon ?? <span className="q-menu-no-icon" />,
          danger: action.danger ?? false,
          disabled: action.disabled ?? false,
          label: (
            <span className="q-menu-line">
              {action.words}
              {action.keys ? <kbd>{action.keys}</kbd> : null}
            </span>
          ),
        },
  );
  return (
    <Dropdown
      open
      autoFocus
      trigger={["click"]}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      menu={{
        items,
        "aria-label": props.label,
        onClick: ({ key }) => {
          props.onClose();
          actions.find((action) => action.key === key)?.run();
        },
      }}
    >
      <span style={{ position: "fixed", left: props.at.x, top: props.at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
