// What is missing on a bare machine is read from the loader's own list.
import { expect, test } from "vitest";
import { missingLibraries } from "../../../main/launch/system-libraries.ts";

test("only libraries that were not found are missing", () => {
  const ldd = `
\tlinux-vdso.so.1 (0x00007ffd)
\tlibgtk-3.so.0 => not found
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
\tlibnss3.so => not found
`;
  expect(missingLibraries(ldd)).toEqual(["libgtk-3.so.0", "libnss3.so"]);
});
