// Every test but the journeys, which Playwright runs in the real window.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.{ts,tsx}"], exclude: ["test/electron/**"] },
});
