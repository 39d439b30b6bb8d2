// Journeys in the real Electron window; started by `npm run e2e`, which brings the runtime, the build and a display.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/electron",
  outputDir: "test-results",
  // Two processors carry one window at a time; a second would only make both slow.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: { actionTimeout: 15_000 },
});
