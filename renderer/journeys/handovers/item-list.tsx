// The list to hand over: each item's state by one click, a remark, the rest at once, and items of one's own.
import { Button, Input, Select } from "antd";
import { MessageSquare } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  type HandoverItem,
  type ItemType,
  itemStateNames,
  itemStates,
  itemTypeNames,
  standingItemTypes,
} from "../../../shared/domain/handover.ts";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { CardPopover } from "../../parts/card-popover.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

type Said = Pick<HandoverItem, "key" | "type" | "title" | "state" | "remark">;

export function ItemList(props: { view: HandoverView; canWrite: boolean }): ReactNode {
  const { view, canWrite } = props;
  const { handovers: words } = useWords();
  const formats = useFormats();
  const set = useTell("handovers.setItems");
  const start = useTell("handovers.start");
  const save = (items: Said[]): void => void set.tell({ id: view.id, items });
  const open = view.list.filter(({ state }) => state === "open");
  return (
    <PanelSection
      title={words.list}
      note={words.listOf(formats.count(view.itemsDone), formats.count(view.items))}
      end={
        canWrite ? (
          <span className="q-row">
            <Button size="small" disabled={start.isBusy} onClick={() => void start.tell({ id: view.id })}>
              {words.addCases}
            </Button>
            {open.length > 0 ? (
              <Button
                size="small"
                disabled={set.isBusy}
                onClick={() => save(open.map((item) => ({ ...item, state: "done" as const })))}
              >
                {words.allDone}
              </Button>
            ) : null}
          </span>
        ) : null
      }
    >
      <Trouble fault={set.fault ?? start.fault} />
      <ul className="q-done-items">
        {view.list.map((item) => (
          <ItemLine key={item.key} item={item} canWrite={canWrite} onSave={(said) => save([said])} />
        ))}
      </ul>
      {canWrite ? <NewItem count={view.items} onSave={(said) => save([said])} /> : null}
    </PanelSection>
  );
}

function ItemLine(props: { item: HandoverItem; canWrite: boolean; onSave(said: Said): void }): ReactNode {
  const { item, canWrite, onSave } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const [remark, setRemark] = useState(item.remark);
  const name = `${say(itemTypeNames[item.type])}${item.title === "" ? "" : ` ${item.title}`}`;
  return (
    <li>
      <span className="q-ellipsis" title={name}>
        {say(itemTypeNames[item.type])} {item.title === "" ? null : <b>{item.title}</b>}
        {item.remark === "" ? null : <small className="q-muted"> {item.remark}</small>}
      </span>
      <span className="q-muted q-small">{item.by === null ? "" : words.saidDone(item.by)}</span>
      {canWrite ? (
        <>
          <CardPopover
            placement="left"
            content={
              <div className="q-done-form" style={{ width: 240 }}>
                <Input.TextArea
                  aria-label={`${words.remark} ${name}`}
                  autoSize={{ minRows: 2, maxRows: 5 }}
                  value={remark}
                  onChange={({ target }) => setRemark(target.value)}
                />
                <Button onClick={() => onSave({ ...item, remark })}>{words.savePeople}</Button>
              </div>
            }
          >
            <button
              type="button"
              className="q-icon-button"
              title={words.remark}
              aria-label={`${words.remark} ${name}`}
            >
              <MessageSquare size={14} strokeWidth={1.5} />
            </button>
          </CardPopover>
          <fieldset className="q-segments" aria-label={name} style={{ margin: 0, padding: 0 }}>
            {itemStates.map((state) => (
              <button
                key={state}
                type="button"
                aria-pressed={item.state === state}
                onClick={() => onSave({ ...item, state, remark })}
              >
                {say(itemStateNames[state])}
              </button>
            ))}
          </fieldset>
        </>
      ) : (
        <span className="q-tag">{say(itemStateNames[item.state])}</span>
      )}
    </li>
  );
}

function NewItem(props: { count: number; onSave(said: Said): void }): ReactNode {
  const { handovers: words } = useWords();
  const say = useText();
  const [type, setType] = useState<ItemType>("seals");
  const [title, setTitle] = useState("");
  const add = (): void => {
    props.onSave({
      key: `own ${props.count + 1} ${title}`.slice(0, 100),
      type,
      title,
      state: "open",
      remark: "",
    });
    setTitle("");
  };
  return (
    <div className="q-done-new">
      <Select<ItemType>
        aria-label={words.itemType}
        value={type}
        onChange={setType}
        options={standingItemTypes.map((one) => ({ value: one, label: say(itemTypeNames[one]) }))}
      />
      <Input
        aria-label={words.itemTitle}
        placeholder={words.itemTitle}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Button disabled={title.trim() === ""} onClick={add}>
        {words.addItem}
      </Button>
    </div>
  );
}
