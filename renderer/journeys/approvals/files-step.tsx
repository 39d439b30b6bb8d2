// First step: which files; the notice, the template, and in which order tables refer to each other.
import { FileDown, FileUp, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { GrantedFile } from "../../data/types.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { useReceipt } from "../../parts/receipt.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

const groups: readonly (readonly ["base" | "authority" | "business", readonly SheetKind[]])[] = [
  [
    "base",
    [
      "departments",
      "posts",
      "duties",
      "post-duties",
      "people",
      "qualifications",
      "assignments",
      "suppliers",
      "relations",
      "absences",
      "calendar",
    ],
  ],
  ["authority", ["matters", "steps", "authorities", "delegations", "tenure-policies", "exemptions"]],
  ["business", ["cases", "approvals"]],
];

export function FilesStep(props: {
  files: readonly GrantedFile[];
  isBusy: boolean;
  onFiles(files: readonly GrantedFile[]): void;
}): ReactNode {
  const { imports, reports } = useWords();
  const say = useText();
  const { shell } = useData();
  const receipts = useReceipt();
  const template = useTell("imports.template");
  const choose = async (): Promise<void> => {
    const file = await shell.chooseFile("table");
    if (file) props.onFiles([...props.files, file]);
  };
  const getTemplate = async (): Promise<void> => {
    const file = await shell.chooseSave(imports.templateName, "xlsx");
    const receipt = file && (await template.tell({ grant: file.grant }));
    if (file && receipt)
      receipts.show(receipt, { words: reports.reveal, onClick: () => void shell.reveal(file.grant) });
  };
  return (
    <>
      <PageHead
        finding={[imports.filesFinding]}
        primary={{
          words: imports.choose,
          icon: <FileUp size={16} strokeWidth={1.75} />,
          busy: props.isBusy,
          onClick: () => void choose(),
        }}
        secondary={[
          {
            words: imports.template,
            icon: <FileDown size={15} strokeWidth={1.5} />,
            busy: template.isBusy,
            hint: imports.templateWhy,
            onClick: () => void getTemplate(),
          },
        ]}
        why={{ words: imports.undoNote }}
      />
      <Trouble fault={template.fault} />
      <ScrollBox className="q-import-files" label={imports.order}>
        <section className="q-import-notice">
          <ShieldAlert size={18} strokeWidth={1.5} aria-hidden="true" />
          <div>
            <b className="q-strong">{imports.noticeTitle}</b>
            <p>{imports.notice}</p>
          </div>
        </section>
        <p className="q-second">{imports.formats}</p>
        <h2>{imports.order}</h2>
        <p className="q-muted q-small">{imports.orderWhy}</p>
        <div className="q-import-order">
          {groups.map(([group, kinds]) => (
            <section key={group}>
              <h3>{imports.groups[group]}</h3>
              <ol>
                {kinds.map((kind) => (
                  <li key={kind}>
                    <b className="q-strong">{say(sheetOf(kind).name)}</b>
                    <span className="q-second">{say(sheetOf(kind).about)}</span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      </ScrollBox>
    </>
  );
}
