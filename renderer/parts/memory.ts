// What the window remembers for its user (columns, widths, theme): an injected text store, so parts stay testable.
import { createContext, useCallback, useContext, useState } from "react";

export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

export function makeMapMemory(): Memory {
  const kept = new Map<string, string>();
  return { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) };
}

/** The browser's own store; a full or blocked store is no reason to fail. */
export function makeBrowserMemory(prefix: string): Memory {
  const fallback = makeMapMemory();
  return {
    read: (key) => {
      try {
        return localStorage.getItem(prefix + key) ?? fallback.read(key);
      } catch {
        return fallback.read(key);
      }
    },
    write: (key, value) => {
      fallback.write(key, value);
      try {
        localStorage.setItem(prefix + key, value);
      } catch {
        // kept for this session by the fallback
      }
    },
  };
}

export const MemoryContext = createContext<Memory>(makeMapMemory());
export const useMemory = (): Memory => useContext(MemoryContext);

/** Like useState, remembered under a key; `read` answers null for anything it does not recognise. */
export function useRemembered<Value>(
  key: string,
  start: Value,
  read: (json: unknown) => Value | null,
): [Value, (next: Value) => void] {
  const memory = useMemory();
  const [value, setValue] = useState<Value>(() => {
    const text = memory.read(key);
    if (text === null) return start;
    try {
      return read(JSON.parse(text)) ?? start;
    } catch {
      return start;
    }
  });
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      memory.write(key, JSON.stringify(next));
    },
    [key, memory],
  );
  return [value, keep];
}
