// Says what was just done and offers to take it back: by its button, or by Ctrl+Z.
import { X } from "lucide-react";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useWords } from "./words.tsx";
import "./notes.css";

export interface ToastWords {
  /** "已终止授权：履约验收 · 采购经办岗" */
  words: string;
  /** Takes the change back; may answer later. Named by `words`. */
  undo?: () => void | Promise<void>;
  /** Where to see it: an address of the window. */
  link?: { words: string; href: string };
}
export interface Toaster {
  say(toast: ToastWords): void;
}

interface Toast extends ToastWords {
  id: number;
}
const shownFor = 8_000;
/** More would pile up over what one is working on; Ctrl+Z still reaches the others. */
const shownAtOnce = 2;

const ToastContext = createContext<Toaster>({ say: () => {} });
export const useToast = (): Toaster => useContext(ToastContext);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function ToastProvider(props: { children: ReactNode }): ReactNode {
  const { common, frame } = useWords();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  // What Ctrl+Z takes back outlives the toast's few seconds on screen.
  const undoable = useRef<Toast[]>([]);

  const drop = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const say = useCallback(
    (words: ToastWords) => {
      last.current += 1;
      const toast = { ...words, id: last.current };
      if (toast.undo) undoable.current.push(toast);
      setToasts((now) => [...now.slice(1 - shownAtOnce), toast]);
      const fade = (): void => {
        // Whoever points at it or has it in focus is reading it, or about to press its button.
        if (box.current?.querySelector(`[data-toast="${toast.id}"]`)?.matches(":hover, :focus-within"))
          setTimeout(fade, shownFor);
        else drop(toast.id);
      };
      setTimeout(fade, shownFor);
    },
    [drop],
  );
  const takeBack = useCallback(
    async (toast: Toast) => {
      undoable.current = undoable.current.filter((one) => one.id !== toast.id);
      drop(toast.id);
      await toast.undo?.();
      say({ words: frame.undone(toast.words) });
    },
    [drop, say, frame],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target))
        return;
      const toast = undoable.current.at(-1);
      if (!toast) return;
      event.preventDefault();
      void takeBack(toast);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [takeBack]);

  const toaster = useMemo(() => ({ say }), [say]);
  return (
    <ToastContext value={toaster}>
      {props.children}
      <div className="q-toasts" aria-live="polite" ref={box}>
        {toasts.map((toast) => (
          <div key={toast.id} className="q-toast" data-toast={toast.id}>
            <span className="q-ellipsis">{toast.words}</span>
            {toast.link ? (
              <a className="q-link" href={`#${toast.link.href}`} onClick={() => drop(toast.id)}>
                {toast.link.words}
              </a>
            ) : null}
            {toast.undo ? (
              <button type="button" className="q-link" onClick={() => void takeBack(toast)}>
                {common.undo} <kbd>Ctrl Z</kbd>
              </button>
            ) : null}
            <button
              type="button"
              className="q-icon-button"
              aria-label={common.close}
              onClick={() => drop(toast.id)}
            >
              <X size={14} strokeWidth={1.5} />
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
