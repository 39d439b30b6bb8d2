// The data service: handlers for the whole contract over one open workbook. Doors serve it; it knows none of them.
import type { Actor, Client, Handlers } from "../shared/contract/call.ts";
import { connect } from "../shared/contract/client.ts";
import { contract, type QuanhengContract } from "../shared/contract/contract.ts";
import { type Server, serve } from "../shared/contract/server.ts";
import type { Transport } from "../shared/contract/wire.ts";
import { actorAt } from "./service/actor.ts";
import { analysisHandlers } from "./service/analysis.ts";
import { changeHandlers } from "./service/changes.ts";
import { conflictHandlers } from "./service/conflicts.ts";
import { delegationHandlers } from "./service/delegations.ts";
import type { ServiceDeps } from "./service/deps.ts";
import { createDesk } from "./service/desk.ts";
import { explainHandlers } from "./service/explain.ts";
import { gateHandlers } from "./service/gate.ts";
import { handoverHandlers } from "./service/handovers.ts";
import { importHandlers } from "./service/imports.ts";
import { journalHandlers } from "./service/journal.ts";
import { leaveHandlers } from "./service/leaves.ts";
import { logHandlers } from "./service/logs.ts";
import { matrixHandlers } from "./service/matrix.ts";
import { operatorHandlers } from "./service/operators.ts";
import { packHandlers } from "./service/packs.ts";
import { reportHandlers } from "./service/reports.ts";
import { rotationHandlers } from "./service/rotation.ts";
import { ruleHandlers } from "./service/rules.ts";
import { sheetHandlers } from "./service/sheets.ts";
import { staffingHandlers } from "./service/staffing.ts";
import { studioHandlers } from "./service/studio.ts";
import { swapHandlers } from "./service/swaps.ts";
import { tenureHandlers } from "./service/tenure.ts";
import { workbookHandlers } from "./service/workbook.ts";

export type { ServiceDeps } from "./service/deps.ts";
export { createGrants, type Grants } from "./service/grants.ts";

export interface Service {
  handlers: Handlers<QuanhengContract>;
  /** Who is asking now: a door passes this on to the server of its contract. */
  actor: () => Actor;
  /** Told which namespaces changed; answers how to stop hearing. */
  onChanged: (hear: (namespaces: string[]) => void) => () => void;
  /** Closes the workbook; nothing may be asked afterwards. */
  close: () => void;
}

/** A client of handlers in the same process: the same parsing and roles as through any door. */
export function clientOf(
  server: Server,
  onChanged?: (hear: (namespaces: string[]) => void) => () => void,
): Client<QuanhengContract> {
  const transport: Transport = {
    send: (message) => void session.hear(message),
    listen: (hear) => {
      heard = hear;
    },
  };
  let heard: (message: unknown) => void = () => undefined;
  const session = server.session((message) => heard(message));
  onChanged?.((namespaces) => heard({ type: "changed", namespaces }));
  return connect(contract, transport).client;
}

export function createService(deps: ServiceDeps, onBug: (call: string, error: unknown) => void): Service {
  const desk = createDesk(deps);
  const handlers: Handlers<QuanhengContract> = {
    workbook: workbookHandlers(desk, () =>
      clientOf(serve(contract, handlers, { actor: () => deps.actor, onBug })),
    ),
    operators: operatorHandlers(desk),
    changes: changeHandlers(desk),
    sheets: sheetHandlers(desk),
    imports: importHandlers(desk),
    matrix: matrixHandlers(desk),
    delegations: delegationHandlers(desk),
    conflicts: conflictHandlers(desk),
    analysis: analysisHandlers(desk),
    explain: explainHandlers(desk),
    gate: gateHandlers(desk),
    rules: ruleHandlers(desk),
    studio: studioHandlers(desk),
    packs: packHandlers(desk),
    staffing: staffingHandlers(desk),
    rotation: rotationHandlers(desk),
    handovers: handoverHandlers(desk),
    tenure: tenureHandlers(desk),
    leaves: leaveHandlers(desk),
    swaps: swapHandlers(desk),
    reports: reportHandlers(desk),
    journal: journalHandlers(desk),
    logs: logHandlers(deps),
  };
  return {
    handlers,
    actor: () => actorAt(desk),
    onChanged: desk.onChanged,
    close: () => desk.put(null),
  };
}
