// How the service's process is reached by the application that started it, whichever kind of process it is.
import { type FromHost, type ToHost, toHostSchema } from "../../shared/contract/door.ts";
import type { Port } from "../../shared/contract/port.ts";

export interface Visitor {
  /** A window (or another door) has a connection. */
  connected(port: Port): void;
  /** A door vouches for a path. */
  granted(grant: Extract<ToHost, { door: "grant" }>): void;
  /** The application is ending, or is already gone. */
  stopped(): void;
}

export interface Doorway {
  home: Extract<FromHost, { door: "ready" }>["home"];
  /** Begins to hear, and says that the process is ready. */
  open(visitor: Visitor): void;
}

/** What both kinds do with a message that is not about a connection. */
export function admit(raw: unknown, visitor: Visitor, say: (message: FromHost) => void): ToHost | undefined {
  const parsed = toHostSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const message = parsed.data;
  if (message.door === "grant") {
    visitor.granted(message);
    say({ door: "granted", grant: message.grant });
  }
  if (message.door === "stop") visitor.stopped();
  return message;
}
