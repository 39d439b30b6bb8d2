// A menu of what a page can do but seldom has to; stands before the buttons of its head.
import { Button, Dropdown } from "antd";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { PageAction } from "./page-head.tsx";

export function MoreMenu(props: { words: string; actions: readonly PageAction[] }): ReactNode {
  const { actions } = props;
  return (
    <Dropdown
      trigger={["click"]}
      autoFocus
      menu={{
        items: actions.map((action) => ({
          key: action.words,
          label: action.words,
          icon: action.icon,
          disabled: action.disabled ?? false,
          title: action.hint ?? "",
        })),
        onClick: ({ key }) => actions.find((action) => action.words === key)?.onClick(),
      }}
    >
      <Button
        aria-haspopup="menu"
        icon={<ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />}
        iconPlacement="end"
      >
        {props.words}
      </Button>
    </Dropdown>
  );
}
