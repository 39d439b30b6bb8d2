// Names a new workbook: the unit and its time zone; where to keep it is asked by the system's own dialog.
import { Button, Input, Select } from "antd";
import { FilePlus2 } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useWords } from "../../parts/words.tsx";

export function OwnForm(props: {
  isBusy: boolean;
  onCreate(unitName: string, timeZone: string): void;
}): ReactNode {
  const { welcome } = useWords();
  const [unitName, setUnitName] = useState("");
  const [zone, setZone] = useState("Asia/Shanghai");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = unitName.trim();
    setMissing(name === "");
    if (name !== "") props.onCreate(name, zone);
  };
  return (
    <section className="q-way">
      <h2>
        <FilePlus2 size={16} strokeWidth={1.5} aria-hidden="true" />
        {welcome.own}
      </h2>
      <p>{welcome.ownWhy}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor="own-unit">{welcome.unitName}</label>
        <div>
          <Input
            id="own-unit"
            value={unitName}
            placeholder={welcome.unitNameHint}
            maxLength={80}
            {...(isMissing ? { status: "warning" as const } : {})}
            onChange={({ target }) => setUnitName(target.value)}
          />
          {isMissing ? (
            <span className="q-amber q-small" role="alert">
              {welcome.unitNameMissing}
            </span>
          ) : null}
        </div>
        <label htmlFor="own-zone">{welcome.zone}</label>
        <Select
          id="own-zone"
          value={zone}
          onChange={setZone}
          options={Object.entries(welcome.zones).map(([value, label]) => ({ value, label }))}
        />
        <span />
        <Button htmlType="submit" loading={props.isBusy} style={{ justifySelf: "start" }}>
          {welcome.create}
        </Button>
      </form>
    </section>
  );
}
