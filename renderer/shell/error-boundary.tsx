// Keeps the failure of one page inside that page, and says what to do.
import { Component, type ErrorInfo, type ReactNode } from "react";
import { FaultNote } from "../parts/fault-note.tsx";
import { useWords } from "../parts/words.tsx";

function CrashNote(props: { error: Error; onRetry(): void }): ReactNode {
  const { common, frame } = useWords();
  return (
    <FaultNote
      what={frame.crashed}
      todo={frame.crashedHelp}
      trace={`${props.error.name}: ${props.error.message}`}
      action={{ words: common.retry, onClick: props.onRetry }}
    />
  );
}

/** `at` is the address: going elsewhere clears the failure. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }
  override componentDidUpdate(before: { at: string }): void {
    if (before.at !== this.props.at && this.state.error) this.setState({ error: null });
  }
  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <CrashNote error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
