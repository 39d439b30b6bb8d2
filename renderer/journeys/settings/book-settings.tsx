// The workbook as a file: where it is, its journal head, backing up and restoring.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { OpenWorkbook } from "../../data/types.ts";
import { useReceipt } from "../../parts/receipt.tsx";
import { Facts } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

/** Asks where, writes the copy, shows its receipt. */
export function useBackup(book: OpenWorkbook | null): { run(): void; isBusy: boolean; fault: ReactNode } {
  const { settings, reports } = useWords();
  const { shell } = useData();
  const receipts = useReceipt();
  const backup = useTell("workbook.backup");
  return {
    isBusy: backup.isBusy,
    fault: <Trouble fault={backup.fault} />,
    run: () => {
      const go = async (): Promise<void> => {
        if (!book) return;
        const file = await shell.chooseSave(settings.backupName(book.unitName, book.today), "workbook");
        const receipt = file && (await backup.tell({ grant: file.grant }, { label: settings.backupLabel }));
        if (file && receipt)
          receipts.show(receipt, { words: reports.reveal, onClick: () => void shell.reveal(file.grant) });
      };
      void go();
    },
  };
}

export function BookSettings(props: { book: OpenWorkbook }): ReactNode {
  const { book } = props;
  const { settings, welcome } = useWords();
  const zones: Readonly<Record<string, string>> = welcome.zones;
  const formats = useFormats();
  const { shell } = useData();
  const [, navigate] = useLocation();
  const restore = useTell("workbook.restore");
  const restoreIt = async (): Promise<void> => {
    const from = await shell.chooseFile("workbook");
    const to = from && (await shell.chooseSave(from.name, "workbook"));
    if (!from || !to) return;
    const done = await restore.tell({ from: from.grant, to: to.grant }, { label: settings.restoreLabel });
    if (done?.open) navigate("/overview");
  };
  return (
    <div className="q-settings">
      <Trouble fault={restore.fault} />
      <Facts
        facts={[
          { name: settings.unitName, value: book.unitName },
          { name: settings.file, value: book.name },
          { name: settings.zone, value: zones[book.timeZone] ?? book.timeZone },
          { name: settings.today, value: book.today },
          { name: settings.journalSeq, value: formats.count(book.journalSeq) },
          { name: settings.journalHead, value: <code className="q-code">{book.journalHead}</code> },
        ]}
      />
      <p>{settings.backupWhy}</p>
      <p>
        <Button loading={restore.isBusy} onClick={() => void restoreIt()}>
          {settings.restore}
        </Button>{" "}
        {settings.restoreWhy}
      </p>
    </div>
  );
}
