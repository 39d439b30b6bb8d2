// `npm run e2e [-- words for Playwright]`: the journeys in the real window, and nothing else.
import { runJourneys } from "./journeys.ts";
import { say } from "./say.ts";

try {
  process.exitCode = await runJourneys(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
