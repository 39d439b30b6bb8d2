// Lends every table the way to a file: asks where, has the service write it, shows the receipt or the fault.
import { type ReactNode, useEffect, useMemo } from "react";
import { useTableExport } from "../data/export.ts";
import { useReceipt } from "../parts/receipt.tsx";
import { TableExportContext, type TableExporter } from "../parts/table-export.ts";
import { useText } from "../parts/text.ts";
import { useToast } from "../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../parts/words.tsx";

export function TableTaker(props: { children: ReactNode }): ReactNode {
  const { reports } = useWords();
  const language = useLanguage();
  const receipts = useReceipt();
  const toast = useToast();
  const say = useText();
  const { take, fault } = useTableExport(language);
  useEffect(() => {
    if (fault) toast.say({ words: say(fault.message) });
  }, [fault, toast, say]);
  const exporter = useMemo<TableExporter>(
    () => ({
      take: (title, extract, format) => {
        void take({ title, ...extract, filtersTitle: reports.filterTitle }, format).then((receipt) => {
          if (receipt) receipts.show(receipt);
        });
      },
    }),
    [take, reports, receipts],
  );
  return <TableExportContext value={exporter}>{props.children}</TableExportContext>;
}
