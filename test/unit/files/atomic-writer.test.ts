// Files are written whole or not at all.
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { writeAtomic } from "../../../db/files/atomic-writer.ts";
import { systemFault } from "../../../db/files/file-fault.ts";
import { tempFile, tempFolder } from "../../fixtures/temp-folder.ts";

test("replaces a file and leaves nothing beside it", async () => {
  const path = tempFile("a.csv", "old");
  const written = await writeAtomic(path, ["张", Buffer.from("三")]);
  expect(readFileSync(path, "utf8")).toBe("张三");
  expect(written).toEqual({
    bytes: 6,
    sha256: createHash("sha256").update("张三").digest("hex"),
  });
});

test.each([
  ["a source that fails", (stop: { aborted: boolean }) => (stop.aborted ? "" : "bug")],
  [
    "a stop",
    (stop: { aborted: boolean }) => {
      stop.aborted = true;
      return "";
    },
  ],
])("after %s the old file is whole and no draft is left", async (_, act) => {
  const path = tempFile("a.csv", "old");
  const stop = { aborted: false };
  function* pieces() {
    yield "new ".repeat(100_000);
    if (act(stop) === "bug") throw new Error("bug");
    yield "end";
  }
  await expect(writeAtomic(path, pieces(), stop)).rejects.toThrow();
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(dirname(path))).toEqual(["a.csv"]);
});

test("a folder that is gone, and a target that is a folder", async () => {
  await expect(writeAtomic(join(tempFolder(), "no", "a.csv"), ["x"])).rejects.toMatchObject({
    fault: { code: "missing", where: { file: "a.csv" } },
  });
  const folder = tempFolder();
  const target = join(folder, "sub");
  writeFileSync(join(folder, "keep"), "");
  await expect(writeAtomic(folder, ["x"])).rejects.toMatchObject({ fault: { code: "invalid" } });
  await writeAtomic(target, ["x"]);
  expect(readdirSync(folder).sort()).toEqual(["keep", "sub"]);
});

// Root may write anywhere, so the answer of the system is tested by its code, too.
test.each([
  ["EACCES", "refused", "权限"],
  ["EROFS", "refused", "权限"],
  ["ENOSPC", "refused", "空间不足"],
  ["EBUSY", "refused", "占用"],
  ["EIO", "broken", "备份"],
])("%s is told as %s", (code, kind, words) => {
  const error = systemFault("/x/a.csv", Object.assign(new Error(code), { code }));
  expect(error).toMatchObject({ fault: { code: kind, where: { file: "a.csv" } } });
  expect(error).toHaveProperty("fault.message.zh", expect.stringContaining(words));
});

test("a full disk is a Fault and leaves nothing", async () => {
  const path = tempFile("a.csv", "old");
  function* pieces(): Generator<string> {
    yield "x";
    throw Object.assign(new Error("full"), { code: "ENOSPC" });
  }
  await expect(writeAtomic(path, pieces())).rejects.toMatchObject({ fault: { code: "refused" } });
  expect(readdirSync(dirname(path))).toEqual(["a.csv"]);
});

test("a read-only folder refuses unless the system lets this account through", async () => {
  const folder = tempFolder();
  chmodSync(folder, 0o500);
  const outcome = await writeAtomic(join(folder, "a.csv"), ["x"]).then(
    () => "written",
    (error: unknown) => error,
  );
  chmodSync(folder, 0o700);
  if (outcome !== "written") expect(outcome).toMatchObject({ fault: { code: "refused" } });
  expect(readdirSync(folder)).toEqual(outcome === "written" ? ["a.csv"] : []);
});
