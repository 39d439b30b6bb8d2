// What the rotation pages show while no post is a key post.
import { CalendarClock } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useWords } from "../../parts/words.tsx";

export function NoKeyPosts(): ReactNode {
  const { rotation } = useWords();
  const [, navigate] = useLocation();
  return (
    <EmptyState
      icon={<CalendarClock size={32} strokeWidth={1.25} />}
      title={rotation.emptyTitle}
      why={rotation.emptyWhy}
      primary={{ words: rotation.emptyPosts, onClick: () => navigate("/organisation/posts") }}
    />
  );
}
