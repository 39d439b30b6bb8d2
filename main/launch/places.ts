// Where the launcher finds and keeps things in the checkout.
import { join } from "node:path";

/** The checkout: npm runs every script from here, and so do we. */
export const ROOT = join(import.meta.dirname, "../..");

/** What the launcher fetches or makes; ignored by git, safe to delete. */
export const RUNTIME = join(ROOT, ".runtime");
