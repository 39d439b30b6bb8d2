// A full disk: the import says so, nothing of it is there, the workbook stays whole, and once there is room it goes in.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../db/open.ts";
import { newWorkbook, openDesk, value } from "../builders/service.ts";

const entry = join(import.meta.dirname, "../fixtures/cramped-writer.ts");

// A limit on file sizes stands for a disk: it needs no rights, and every system that runs our CI has it.
test.runIf(spawnSync("sh", ["-c", "ulimit -f 4096"]).status === 0)(
  "an import that does not fit",
  async () => {
    const desk = await newWorkbook();
    desk.close();
    const blocks = 4096; // of 512 bytes: 2 MiB for any one file
    const child = spawn(
      "sh",
      ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, entry, desk.folder],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let said = "";
    for await (const chunk of child.stdout) said += String(chunk);
    const { fault, after, bugs } = JSON.parse(said);
    expect(fault).toMatchObject({ code: "refused" });
    expect(fault.message.zh).toMatch(/磁盘/);
    expect(fault.message.zh).toContain("没有写入");
    expect(after).toMatchObject({ suppliers: 0, journalSeq: 2, brokenAt: null });
    expect(bugs).toEqual([]);

    const store = openStore(desk.at("w.quanheng"), { now: () => 0 });
    expect(store.db.pragma("integrity_check", { simple: true })).toBe("ok");
    store.close();
    const again = openDesk({ folder: desk.folder });
    await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
    const saved = again.client.sheets.save({
      kind: "suppliers",
      id: null,
      values: { code: "S1", name: "甲" },
    });
    expect((await value(saved)).change?.seq ?? 0).toBe(3);
  },
  60_000,
);
