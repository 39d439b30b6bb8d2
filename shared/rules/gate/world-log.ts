// A log that lies in memory as a world, as the gate reads it: for tests and for logs without a store.
import type { World } from "../../domain/world.ts";
import { byId, gather } from "../gather.ts";
import type { GateLog, Logged } from "./gate-log.ts";

export function worldLog(world: World): GateLog {
  const cases = byId(world.cases);
  const ofCase = gather(world.approvals, ({ caseId }) => caseId);
  const logged = world.approvals.flatMap((approval): Logged[] => {
    const of = cases.get(approval.caseId);
    return of ? [{ approval, case: of }] : [];
  });
  const by = gather(logged, ({ approval }) => approval.personId);
  const behalf = gather(logged, ({ approval }) => approval.onBehalfOfId);
  return {
    caseOf: (caseId) => cases.get(caseId) ?? null,
    approvalsOf: (caseId) => ofCase.get(caseId) ?? [],
    approvalsBy: (personId) => [...(by.get(personId) ?? []), ...(behalf.get(personId) ?? [])],
    peersOf: (of, asked) =>
      world.cases.filter((other) => {
        if (other.id === of.id) return false;
        if (asked.test === "statutory")
          return (
            other.departmentId === of.departmentId &&
            other.budgetProject === of.budgetProject &&
            other.category === of.category
          );
        return asked.by === "requester"
          ? other.requesterId === of.requesterId
          : other.supplierId === of.supplierId;
      }),
  };
}
