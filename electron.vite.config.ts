// Builds the three parts of the app: programs for Node (CommonJS, so that every runtime starts them), the preload, the window.
import { cpSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;
const output = { format: "cjs" as const, entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" };

/** What programs read as files lies beside them, as it lies beside their sources. */
const filesBeside = {
  name: "files-beside",
  writeBundle() {
    cpSync(join(root, "db/migrations"), join(root, "out/main/migrations"), { recursive: true });
    cpSync(join(root, "main/app/icon.png"), join(root, "out/main/icon.png"));
  },
};

export default defineConfig({
  main: {
    plugins: [filesBeside],
    build: {
      target: "node20",
      minify: true,
      rolldownOptions: {
        input: {
          start: join(root, "main/app/start.ts"),
          service: join(root, "db/host/host.ts"),
          solve: join(root, "db/service/rotation/solve-worker.ts"),
          run: join(root, "main/cli/run.ts"),
        },
        output,
      },
    },
  },
  preload: {
    build: {
      target: "node20",
      minify: true,
      rolldownOptions: { input: { preload: join(root, "main/preload/preload.ts") }, output },
    },
  },
  renderer: {
    root: join(root, "renderer"),
    plugins: [react()],
    build: {
      target: "chrome130",
      minify: true,
      chunkSizeWarningLimit: 4000, // read from the disk, not over a network
      rolldownOptions: { input: join(root, "renderer/index.html") },
    },
  },
});
