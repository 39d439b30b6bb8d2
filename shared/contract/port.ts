// One end of a connection that carries envelopes, whatever lies beneath it.

export interface Port {
  post(message: unknown): void;
  /** Called for every message from the other end; set once, before anything is awaited. */
  hear(listen: (message: unknown) => void): void;
  /** Called once, when the other end is gone. */
  whenClosed(leave: () => void): void;
  close(): void;
}
