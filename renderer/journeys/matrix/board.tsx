// The matrix that is there: what it says, the question line, the tools, and the view that was chosen.
import { FileDown, HandHelping, LayoutTemplate, Plus } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { areaNames, areas } from "../../../shared/domain/duty.ts";
import { useDraft } from "../../data/draft.ts";
import type { MatrixView } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { type MatrixTint, matrixTints } from "../../parts/matrix-cell.ts";
import { useRemembered } from "../../parts/memory.ts";
import { MoreMenu } from "../../parts/more-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import { useWhyNoEdit } from "./apply.ts";
import { AreaOverview } from "./area-overview.tsx";
import type { Editing } from "./authority-editor.tsx";
import { useMatrixFinding } from "./finding.ts";
import { GridBoard } from "./grid-board.tsx";
import { LadderView } from "./ladder-view.tsx";
import { matterIn, type Scope, scopeView, startMatter } from "./scope.ts";
import { useSetsAction } from "./sets-action.tsx";
import { Legends, Tools, viewKinds } from "./tools.tsx";
import { WhoLine } from "./who-line.tsx";

const readTint = (json: unknown): MatrixTint | null => matrixTints.find((one) => one === json) ?? null;
export function Board(props: { view: MatrixView }): ReactNode {
  const { view } = props;
  const { matrix, matterTemplate, operators, common } = useWords();
  const sets = useSetsAction();
  const { isNeeded: isDrafting } = useDraft();
  const say = useText();
  const { day } = useFrame();
  const whyNot = useWhyNoEdit();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [tint, setTint] = useRemembered<MatrixTint>("matrix.tint", "none", readTint);
  const canWrite = whyNot === null;

  const area = areas.find((one) => one === query.get("area")) ?? null;
  const named = query.get("matter");
  const scope: Scope = useMemo(
    () => ({
      area,
      matterId:
        named === "all" || (area && named === null)
          ? null
          : view.matters.some(({ id }) => id === matterIn(view, named))
            ? matterIn(view, named)
            : startMatter(view),
    }),
    [area, named, view],
  );
  const kind = viewKinds.find((one) => one === query.get("view")) ?? "grid";
  // From afar everything is in sight, and so the sentence speaks of everything.
  const isWhole = kind === "areas";
  const scoped = useMemo(
    () => scopeView(view, isWhole ? { area: null, matterId: null } : scope),
    [view, scope, isWhole],
  );
  const second = query.get("second") === "holder" ? "holder" : "range";
  const matterName =
    isWhole || scope.matterId === null
      ? area
        ? say(areaNames[area])
        : matrix.whole
      : (scoped.matters[0]?.name ?? "");
  const head = useMatrixFinding(matterName, scoped, day, query);
  const leave = (): void => setEditing(null);
  const isPanelTaken = editing !== null || query.get("step") !== null;
  const ground = useMemo(
    () => ({
      day,
      cells: scoped.cells,
      matters: scoped.matters,
      newId: (): string => crypto.randomUUID(),
    }),
    [day, scoped],
  );
  return (
    <div className="q-page">
      <PageHead
        finding={head.finding}
        figures={head.figures}
        why={{ words: whyNot ?? matrix.potentialWhy }}
        primary={{
          words: matrix.addAuthority,
          icon: <Plus size={16} strokeWidth={1.75} />,
          disabled: !canWrite,
          hint: whyNot ?? (isDrafting ? operators.secondPerson : matrix.noSecond),
          onClick: () => {
            query.set({ view: null, step: null, column: null }, { quiet: true });
            setEditing({ id: null, start: scope.matterId === null ? {} : { matterId: scope.matterId } });
          },
        }}
        more={
          <MoreMenu
            words={common.more}
            actions={[
              {
                words: matterTemplate.open,
                icon: <LayoutTemplate size={15} strokeWidth={1.5} />,
                disabled: !canWrite,
                ...(whyNot === null ? {} : { hint: whyNot }),
                onClick: () => query.set({ new: "template" }),
              },
              {
                words: matrix.report,
                icon: <FileDown size={15} strokeWidth={1.5} />,
                onClick: () => navigate("/reports?what=matrix"),
              },
            ]}
          />
        }
        secondary={[
          {
            words: matrix.delegations,
            icon: <HandHelping size={15} strokeWidth={1.5} />,
            onClick: () => navigate("/matrix/delegations"),
          },
          sets,
        ]}
      />
      <WhoLine
        view={view}
        asked={query.get("who")}
        end={kind === "grid" ? <Legends scoped={scoped} /> : null}
        onAsk={(asked) => query.set({ who: asked }, { quiet: true })}
        onOpen={({ matterId }) =>
          query.set({ view: "ladder", area: null, matter: matterId, step: null, column: null })
        }
      />
      <Tools
        view={view}
        scope={scope}
        scoped={scoped}
        kind={kind}
        second={second}
        tint={tint}
        onTint={setTint}
        isChecking={query.get("check") !== "off" && !isPanelTaken}
        query={query}
        onLeave={leave}
      />
      {kind === "areas" ? (
        <AreaOverview
          view={view}
          onOpen={(line) =>
            query.set({
              view: null,
              area: line.matterId === null ? line.area : null,
              matter: line.matterId,
              step: null,
              column: null,
            })
          }
        />
      ) : kind === "ladder" ? (
        <LadderView
          key={`${scope.area}.${scope.matterId}`}
          view={view}
          scoped={scoped}
          ground={ground}
          canWrite={canWrite}
        />
      ) : (
        <GridBoard
          view={view}
          scoped={scoped}
          second={second}
          tint={tint}
          query={query}
          canWrite={canWrite}
          editing={editing}
          onEdit={setEditing}
        />
      )}
    </div>
  );
}
