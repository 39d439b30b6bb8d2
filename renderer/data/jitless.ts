// Imported before anything else: the window's content policy forbids code made from strings, so zod must not try.
import { z } from "zod";

z.config({ jitless: true });
