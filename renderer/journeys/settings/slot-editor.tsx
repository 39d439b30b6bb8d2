// The editor of one slot, by what may stand in it; every keystroke is judged at once, Enter (not an IME's) is done.
import { Checkbox, Input, InputNumber, Radio, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { addDays, isDay, lastDay, untilAfter } from "../../../shared/domain/day.ts";
import { formatMoney, parseMoney } from "../../../shared/domain/money.ts";
import type { Names } from "../../../shared/rules/reading/say.ts";
import type { Option, Slot } from "../../../shared/rules/reading/slot.ts";
import { useChoices } from "../../data/choices.ts";
import { DayField } from "../../parts/day-field.tsx";
import { useText } from "../../parts/text.ts";
import { useLanguage, useWords } from "../../parts/words.tsx";

interface EditorProps {
  slot: Slot;
  names: Names;
  describedBy: string | undefined;
  onChange(value: unknown): void;
  onDone(): void;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export function SlotEditor(props: EditorProps): ReactNode {
  const { slot, onChange } = props;
  const { spec, value } = slot;
  switch (spec.type) {
    case "duty":
    case "duties":
    case "matters":
      return <CodeEditor {...props} />;
    case "number":
      return <NumberEditor {...props} scale={1} />;
    case "share":
      return <NumberEditor {...props} scale={10} />;
    case "money":
      return <MoneyEditor {...props} />;
    case "clock":
    case "words":
      return <WordEditor {...props} />;
    case "day":
      return <DayEditor {...props} />;
    case "choice":
    case "form": {
      const none: Choice[] = spec.type === "choice" && spec.none ? [{ value: null, words: spec.none }] : [];
      return <OneOf {...props} options={[...none, ...spec.options]} value={value ?? null} />;
    }
    case "part":
      return (
        <OneOf
          {...props}
          options={[
            { value: false, words: spec.off },
            { value: true, words: spec.on },
          ]}
          value={value !== null && value !== undefined}
          onChange={(isOn) => onChange(isOn ? spec.start : null)}
        />
      );
    case "choices":
      return <SomeOf {...props} options={spec.options} isNullable={spec.none !== undefined} />;
  }
}

const onEnter =
  (onDone: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone();
  };
const described = ({ slot, describedBy }: EditorProps, say: ReturnType<typeof useText>) => ({
  "aria-label": say(slot.spec.name),
  ...(describedBy ? { "aria-describedby": describedBy, status: "warning" as const } : {}),
});

/** Numbers are shown as people say them: days as days, permille as percent. */
function NumberEditor(props: EditorProps & { scale: number }): ReactNode {
  const { slot, scale, onChange, onDone } = props;
  const say = useText();
  const unit = slot.spec.type === "number" ? say(slot.spec.unit) : "%";
  return (
    <InputNumber<number>
      {...described(props, say)}
      autoFocus
      value={typeof slot.value === "number" ? slot.value / scale : null}
      suffix={unit}
      style={{ width: "100%" }}
      onFocus={(event) => event.target.select()}
      onChange={(next) => onChange(next === null ? null : Math.round(next * scale * 1000) / 1000)}
      onKeyDown={onEnter(onDone)}
    />
  );
}

function MoneyEditor(props: EditorProps): ReactNode {
  const { slot, onChange, onDone } = props;
  const { studio, common } = useWords();
  const say = useText();
  const none = slot.spec.type === "money" ? slot.spec.none : undefined;
  const [text, setText] = useState(() =>
    typeof slot.value === "number" ? formatMoney(slot.value, "wan").replace(/\.?0+$/, "") : "",
  );
  const [isNone, setNone] = useState(none !== undefined && slot.value === null);
  // What cannot be read stays undefined: null would mean the tiers of the unit.
  const tell = (words: string): void => onChange(parseMoney(words, "wan") ?? undefined);
  const field = (
    <Input
      {...described(props, say)}
      autoFocus
      value={text}
      suffix={common.wan}
      onFocus={(event) => event.target.select()}
      onChange={({ target }) => {
        setText(target.value);
        tell(target.value);
      }}
      onKeyDown={onEnter(onDone)}
    />
  );
  if (!none) return field;
  return (
    <div className="q-slot-stack">
      <Radio.Group
        vertical
        value={isNone}
        options={[
          { value: true, label: say(none) },
          { value: false, label: studio.fixed },
        ]}
        onChange={({ target }) => {
          setNone(target.value);
          if (target.value) onChange(null);
          else tell(text);
        }}
      />
      {isNone ? null : field}
    </div>
  );
}

function WordEditor(props: EditorProps): ReactNode {
  const { slot, onChange, onDone } = props;
  const { studio } = useWords();
  const say = useText();
  return (
    <Input
      {...described(props, say)}
      autoFocus
      value={typeof slot.value === "string" ? slot.value : ""}
      placeholder={slot.spec.type === "clock" ? studio.clockHint : studio.qualification}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={onEnter(onDone)}
    />
  );
}

function DayEditor({ slot, onChange }: EditorProps): ReactNode {
  const { studio } = useWords();
  const say = useText();
  // An end is kept half-open and shown as the last day that people write.
  const isEnd = slot.key === "inForce.until";
  const day = typeof slot.value === "string" && isDay(slot.value) ? slot.value : null;
  const shown = isEnd && day !== null ? lastDay({ from: addDays(day, -1), until: day }) : day;
  return (
    <div className="q-slot-stack">
      <DayField
        label={say(slot.spec.name)}
        value={shown}
        clearable
        onChange={(next) => onChange(isEnd ? untilAfter(next) : next)}
      />
      {isEnd ? <p className="q-muted q-small">{studio.lastDay}</p> : null}
    </div>
  );
}

interface Choice {
  value: Option["value"] | null;
  words: Option["words"];
}
function OneOf(
  props: Pick<EditorProps, "slot" | "onChange" | "onDone"> & {
    options: readonly Choice[];
    value: unknown;
  },
): ReactNode {
  const say = useText();
  const at = props.options.findIndex((option) => option.value === props.value);
  // The pointer chooses and is done; arrow keys only try.
  const isPointed = useRef(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on any of its choices is done
    <div
      onPointerDown={() => {
        isPointed.current = true;
      }}
      onKeyDown={(event) => {
        isPointed.current = false;
        onEnter(props.onDone)(event);
      }}
    >
      <Radio.Group
        vertical
        aria-label={say(props.slot.spec.name)}
        value={at}
        onChange={({ target }) => {
          props.onChange(props.options[target.value]?.value ?? null);
          if (isPointed.current) props.onDone();
        }}
      >
        {props.options.map((option, index) => (
          <Radio key={String(option.value)} value={index}>
            {say(option.words)}
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
}

function SomeOf(props: EditorProps & { options: readonly Option[]; isNullable: boolean }): ReactNode {
  const { slot, options, onChange, onDone } = props;
  const say = useText();
  const chosen = listOf(slot.value);
  // Kept in the order in which they are listed, so that the same choice always reads the same.
  const toggle = (value: string, isOn: boolean): void => {
    const next = options
      .map((option) => String(option.value))
      .filter((one) => (one === value ? isOn : chosen.includes(one)));
    onChange(next.length === 0 && props.isNullable ? null : next);
  };
  return (
    <fieldset
      className="q-slot-options"
      data-many={options.length > 6}
      aria-label={say(slot.spec.name)}
      onKeyDown={onEnter(onDone)}
    >
      {options.map((option) => (
        <Checkbox
          key={String(option.value)}
          checked={chosen.includes(String(option.value))}
          onChange={({ target }) => toggle(String(option.value), target.checked)}
        >
          {say(option.words)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** Duties and matters: typed by name or code, one or several. */
function CodeEditor(props: EditorProps): ReactNode {
  const { slot, onChange, onDone } = props;
  const { studio } = useWords();
  const say = useText();
  const language = useLanguage();
  const kind = slot.spec.type === "matters" ? "matters" : "duties";
  const choices = useChoices([kind], null, language).get(kind) ?? [];
  const options = choices.map(({ code, name }) => ({ value: code, label: `${name} (${code})`, name }));
  const common = {
    ...described(props, say),
    autoFocus: true,
    defaultOpen: slot.spec.type === "duty",
    options,
    placeholder: studio.search,
    showSearch: { optionFilterProp: "label" },
    style: { width: "100%" },
    getPopupContainer: (trigger: HTMLElement) => trigger.parentElement ?? document.body,
  };
  if (slot.spec.type === "duty")
    return (
      <Select<string>
        {...common}
        value={typeof slot.value === "string" ? slot.value : null}
        onChange={(next) => {
          onChange(next);
          onDone();
        }}
      />
    );
  return (
    <Select<string[]>
      {...common}
      mode="multiple"
      optionLabelProp="name"
      value={listOf(slot.value)}
      onChange={(next) => onChange(next.length === 0 && slot.spec.type === "matters" ? null : next)}
    />
  );
}
