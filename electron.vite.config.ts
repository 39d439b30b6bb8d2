// Builds the three parts of the app: programs for Node (CommonJS, so that every runtime starts them), the preload, the window.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;
const output = { format: "cjs" as const, entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" };

/** Migrations are read as files, beside the program as beside its source. */
const migrations = {
  name: "copy-migrations",
  writeBundle() {
    const from = join(root, "db/migrations");
    const to = join(root, "out/main/migrations");
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file));
  },
};

export default defineConfig({
  main: {
    plugins: [migrations],
    build: {
      target: "node20",
      minify: true,
      rolldownOptions: {
        input: {
          start: join(root, "main/app/start.ts"),
          service: join(root, "db/host/host.ts"),
          ...(existsSync(join(root, "main/cli/run.ts")) ? { run: join(root, "main/cli/run.ts") } : {}),
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
