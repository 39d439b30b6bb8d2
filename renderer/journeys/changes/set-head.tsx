// The head of one set: what it does in a sentence, its figures, and the buttons that its state and the person allow.
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { Text } from "../../../shared/domain/text.ts";
import type { ChangeView, Effect } from "../../data/types.ts";
import { MoreMenu } from "../../parts/more-menu.tsx";
import { type Finding, type PageAction, PageHead } from "../../parts/page-head.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Decision } from "./decide.tsx";
import { staffedMatters, weighty } from "./effect-model.ts";
import type { useSetActions } from "./set-actions.ts";

function useSetFinding(view: ChangeView, effect: Effect | null): Finding {
  const { setFinding: words } = useWords().changes;
  const { comma } = useWords().common;
  const formats = useFormats();
  const { number, name } = view.set;
  if (view.edits.length === 0) return [words.noEdits(number, name)];
  const lead = words.lead(number, name, formats.count(view.edits.length));
  if (!effect) return [lead, words.end];
  const vanishing = weighty(effect.vanishing).length;
  const appearing = weighty(effect.appearing).length;
  const staffing = staffedMatters(effect);
  const parts = [
    ...(vanishing > 0 && appearing > 0
      ? [words.both(formats.count(vanishing), formats.count(appearing))]
      : vanishing > 0
        ? [words.vanish(formats.count(vanishing))]
        : appearing > 0
          ? [words.appear(formats.count(appearing))]
          : []),
    ...(vanishing + appearing === 0 ? [words.same] : []),
    ...(staffing > 0 ? [words.staffing(formats.count(staffing))] : []),
  ];
  return [[lead, ...parts].join(comma), words.end];
}

export function SetHead(props: {
  view: ChangeView;
  effect: Effect | null;
  actions: ReturnType<typeof useSetActions>;
  /** Why no edits can be made just now. */
  readOnly: Text | null;
  onAsk(decision: Decision): void;
  onPrint(): void;
}): ReactNode {
  const { view, effect, actions, readOnly, onAsk } = props;
  const { set, may } = view;
  const { changes: words, common, handovers } = useWords();
  const [, navigate] = useLocation();
  const formats = useFormats();
  const say = useText();
  const finding = useSetFinding(view, effect);
  const hinted = (why: Text | null): Pick<PageAction, "disabled" | "hint"> =>
    why ? { disabled: true, hint: say(why) } : {};
  const print: PageAction = { words: words.print, onClick: props.onPrint };
  const copy: PageAction = {
    words: words.copy,
    busy: actions.isStarting,
    ...hinted(may.copy),
    onClick: () => void actions.copy(),
  };
  const branch: PageAction = {
    words: words.branch,
    busy: actions.isStarting,
    ...hinted(readOnly),
    onClick: () => void actions.branch(),
  };
  const withdraw: PageAction = {
    words: words.withdraw,
    ...hinted(may.withdraw),
    onClick: () => onAsk("withdraw"),
  };
  const invert: PageAction = {
    words: words.inverse,
    busy: actions.isStarting,
    ...hinted(readOnly),
    onClick: () => void actions.invert(),
  };
  // What a plan moved is moved back by another plan; from here one goes on to what its approval began.
  const toHandovers: PageAction = {
    words: handovers.plan.toHandovers,
    onClick: () => navigate("/rotation/handovers"),
  };
  const toPlan: PageAction[] =
    set.planId === null
      ? []
      : [
          {
            words: handovers.plan.toPlan,
            onClick: () => navigate(`/rotation?plan=${encodeURIComponent(set.planId ?? "")}`),
          },
        ];
  const isStale = view.edits.some((line) => line.isStale);
  const isOpen = set.state === "draft" || set.state === "submitted";
  const primary: PageAction =
    set.state === "draft"
      ? {
          words: words.submit,
          busy: actions.isSubmitting,
          ...(view.edits.length === 0
            ? { disabled: true, hint: words.editsEmpty }
            : isStale
              ? { disabled: true, hint: words.staleHelp }
              : hinted(may.submit)),
          onClick: () => void actions.submit(),
        }
      : set.state === "submitted"
        ? {
            words: words.approve,
            ...(isStale
              ? { disabled: true, hint: words.staleReview }
              : effect === null
                ? { disabled: true }
                : hinted(may.approve)),
            onClick: () => onAsk("approve"),
          }
        : set.state === "approved"
          ? print
          : copy;
  const reject: PageAction = { words: words.reject, ...hinted(may.approve), onClick: () => onAsk("reject") };
  const secondary =
    set.state === "draft"
      ? [withdraw, branch]
      : set.state === "submitted"
        ? [reject, withdraw]
        : set.state === "approved"
          ? [set.planId === null ? invert : toHandovers]
          : [];
  const more = [
    ...toPlan,
    ...(isOpen ? [print] : []),
    ...(set.state === "submitted" ? [branch] : []),
    copy,
  ].filter((action) => action !== primary);
  const red = weighty(effect?.appearing ?? []).length;
  return (
    <PageHead
      // Another state has another button: never the former one's spinner on its way out.
      key={set.state}
      finding={finding}
      {...(effect
        ? {
            figures: [
              { name: words.figures.vanishing, figure: formats.count(weighty(effect.vanishing).length) },
              {
                name: words.figures.appearing,
                figure: formats.count(red),
                ...(red > 0 ? { tone: "red" as const } : {}),
              },
              { name: words.figures.remaining, figure: formats.count(effect.remaining) },
              { name: words.figures.people, figure: formats.count(effect.people.length) },
            ],
          }
        : {})}
      primary={primary}
      secondary={secondary}
      more={<MoreMenu words={common.more} actions={more} />}
    />
  );
}
