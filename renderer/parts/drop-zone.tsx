// Lets a file be dropped anywhere in the window; the handler decides what it is.
import { Upload } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "./words.tsx";
import "./notes.css";

/** `onFiles` gets the dropped files as the browser gives them; the preload turns each into a grant. */
export function DropZone(props: {
  onFiles(files: readonly File[]): void;
  disabled?: boolean;
  hint?: string;
}): ReactNode {
  const { frame } = useWords();
  const [over, setOver] = useState(false);
  const onFiles = useRef(props.onFiles);
  onFiles.current = props.onFiles;
  const disabled = props.disabled ?? false;
  useEffect(() => {
    // Enter and leave fire for every child: only their balance says whether the file is still over the window.
    let depth = 0;
    const bearsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent): void => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(!disabled);
    };
    const stay = (event: DragEvent): void => {
      if (bearsFiles(event)) event.preventDefault();
    };
    const leave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!disabled && files.length > 0) onFiles.current(files);
    };
    addEventListener("dragenter", enter);
    addEventListener("dragover", stay);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragover", stay);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [disabled]);
  if (!over) return null;
  return (
    <div className="q-drop" role="status">
      <Upload size={28} strokeWidth={1.5} color="var(--c-accent)" />
      <b>{frame.dropHere}</b>
      <span className="q-second">{props.hint ?? frame.dropHint}</span>
    </div>
  );
}
