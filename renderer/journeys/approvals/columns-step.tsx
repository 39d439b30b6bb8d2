// Second step: which sheets were found, what each is, which of its columns were recognised.
import { Button, Select } from "antd";
import { FileUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetKinds, sheetOf } from "../../../shared/domain/sheets.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { GrantedFile, OfferedSheet } from "../../data/types.ts";
import { Mark } from "../../parts/marks.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { emptyMapping, type WizardState } from "./wizard-state.ts";

export function ColumnsStep(props: {
  state: Extract<WizardState, { step: "columns" }>;
  onState(state: WizardState): void;
  onAddFile(file: GrantedFile): void;
}): ReactNode {
  const { files, offer } = props.state;
  const { imports, common } = useWords();
  const formats = useFormats();
  const { shell } = useData();
  const [kinds, setKinds] = useState<Readonly<Record<number, SheetKind | null>>>(() =>
    Object.fromEntries(offer.sheets.map((sheet) => [sheet.index, sheet.kind])),
  );
  const preview = useTell("imports.preview");
  const chosen = offer.sheets.filter((sheet) => kinds[sheet.index] != null && sheet.problem === null);
  const rows = chosen.reduce((sum, sheet) => sum + sheet.rows, 0);
  const unknown = offer.sheets.filter((sheet) => sheet.kind === null && sheet.problem === null);
  const asLog = (sheet: OfferedSheet): void =>
    props.onState({
      step: "mapping",
      files,
      offer,
      index: sheet.index,
      mapping: emptyMapping(sheet.columns.map((column) => column.header)),
    });
  const judge = async (): Promise<void> => {
    const found = await preview.tell(
      {
        id: offer.id,
        kinds: offer.sheets.map((sheet) => ({ index: sheet.index, kind: kinds[sheet.index] ?? null })),
      },
      { label: imports.previewing },
    );
    if (found) props.onState({ step: "preview", files, offer, preview: found, log: null });
  };
  const onlyLog = chosen.length === 0 ? unknown[0] : undefined;
  return (
    <>
      <PageHead
        finding={[
          imports.columnsFinding(
            formats.count(offer.sheets.length),
            formats.count(offer.sheets.reduce((sum, sheet) => sum + sheet.rows, 0)),
          ),
          unknown.length > 0 ? common.comma + imports.columnsUnknown(formats.count(unknown.length)) : "",
          imports.columnsEnd,
        ]}
        primary={
          onlyLog
            ? { words: imports.asLog, onClick: () => asLog(onlyLog) }
            : {
                words: imports.check(formats.count(rows)),
                busy: preview.isBusy,
                disabled: chosen.length === 0,
                hint: chosen.length === 0 ? imports.nothingChosen : "",
                onClick: () => void judge(),
              }
        }
        secondary={[
          {
            words: imports.addFile,
            icon: <FileUp size={15} strokeWidth={1.5} />,
            onClick: () => void shell.chooseFile("table").then((file) => file && props.onAddFile(file)),
          },
        ]}
      />
      <Trouble fault={preview.fault} />
      <div className="q-offers q-scroll">
        {offer.sheets.map((sheet) => (
          <OfferedRow
            key={sheet.index}
            sheet={sheet}
            kind={kinds[sheet.index] ?? null}
            onKind={(kind) => setKinds({ ...kinds, [sheet.index]: kind })}
            onLog={() => asLog(sheet)}
          />
        ))}
      </div>
    </>
  );
}

const leftOut = "";

function OfferedRow(props: {
  sheet: OfferedSheet;
  kind: SheetKind | null;
  onKind(kind: SheetKind | null): void;
  onLog(): void;
}): ReactNode {
  const { sheet, kind } = props;
  const { imports, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const matched = sheet.columns.filter((column) => column.key !== null);
  const unused = sheet.columns.filter((column) => column.key === null && column.header !== "");
  return (
    <section className="q-offer">
      <div className="q-row">
        <b className="q-strong">{sheet.sheet}</b>
        <span className="q-muted q-ellipsis">{sheet.file}</span>
        <span className="q-grow" />
        <span className="q-second q-nowrap">{common.rows(formats.count(sheet.rows))}</span>
        <Select
          aria-label={`${imports.kind} ${sheet.sheet}`}
          value={kind ?? leftOut}
          style={{ width: 180 }}
          disabled={sheet.problem !== null}
          onChange={(next: string) => props.onKind(sheetKinds.find((one) => one === next) ?? null)}
          options={[
            { value: leftOut, label: imports.leaveOut },
            ...sheetKinds.map((one) => ({ value: one, label: say(sheetOf(one).name) })),
          ]}
        />
        <Button disabled={sheet.problem !== null} onClick={props.onLog}>
          {imports.asLog}
        </Button>
      </div>
      {sheet.problem ? (
        <p className="q-amber">
          <Mark shape="warning" /> {say(sheet.problem)}
        </p>
      ) : (
        <p className="q-small q-second">
          {sheet.headerRow === null ? "" : imports.headerRow(formats.count(sheet.headerRow)) + common.dot}
          {imports.matched(formats.count(matched.length), formats.count(sheet.columns.length))}
          {sheet.missing.length > 0 && kind !== null ? (
            <span className="q-amber">
              {common.dot}
              {imports.missing(sheet.missing.join(common.listing))}
            </span>
          ) : null}
          {unused.length > 0 && kind !== null
            ? common.dot + imports.unmatched(unused.map((column) => column.header).join(common.listing))
            : ""}
        </p>
      )}
      <ScrollBox className="q-sample" label={sheet.sheet}>
        <table aria-label={sheet.sheet}>
          <thead>
            <tr>
              {sheet.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may carry the same heading
                <th key={at} scope="col" {...(column.key === null ? { "data-unused": "" } : {})}>
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.sample.slice(0, 3).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample row is its place
              <tr key={at}>
                {sheet.columns.map((_, c) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={c}>{row[c] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
