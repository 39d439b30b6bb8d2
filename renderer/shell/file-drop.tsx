// A file dropped anywhere goes to the import wizard: each becomes a grant, carried there in the address.
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useData } from "../data/provider.tsx";
import { useReadOnly, useWorkbook } from "../data/workbook.ts";
import { DropZone } from "../parts/drop-zone.tsx";

export function FileDrop(): ReactNode {
  const { shell } = useData();
  const book = useWorkbook();
  const readOnly = useReadOnly("imports.commit");
  const [, navigate] = useLocation();
  const take = async (files: readonly File[]): Promise<void> => {
    const granted = (await Promise.all(files.map((file) => shell.dropFile(file)))).filter(
      (one) => one !== null,
    );
    if (granted.length === 0) return;
    const query = new URLSearchParams({
      grants: granted.map((file) => file.grant).join(","),
      names: granted.map((file) => file.name).join("/"),
    });
    navigate(`/approvals/import?${query.toString()}`);
  };
  return <DropZone onFiles={(files) => void take(files)} disabled={book === null || readOnly !== null} />;
}
