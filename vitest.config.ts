// Every test but the journeys, which Playwright runs in the real window.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/electron/**"],
    setupFiles: ["test/fixtures/draws.ts"],
    // A limit against hanging, not a measure: speed lives in test/bench.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
