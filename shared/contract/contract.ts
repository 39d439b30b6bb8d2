// The only list of everything that can be asked of the service.
import { analysis } from "./analysis.ts";
import { changes } from "./changes.ts";
import { conflicts } from "./conflicts.ts";
import { delegations } from "./delegations.ts";
import { explain } from "./explain.ts";
import { gate } from "./gate.ts";
import { handovers } from "./handovers.ts";
import { imports } from "./imports.ts";
import { journal } from "./journal.ts";
import { leaves } from "./leaves.ts";
import { logs } from "./logs.ts";
import { matrix } from "./matrix.ts";
import { operators } from "./operators.ts";
import { packs } from "./packs.ts";
import { reports } from "./reports.ts";
import { rotation } from "./rotation.ts";
import { rules } from "./rules.ts";
import { sheets } from "./sheets.ts";
import { staffing } from "./staffing.ts";
import { studio } from "./studio.ts";
import { swaps } from "./swaps.ts";
import { tenure } from "./tenure.ts";
import { workbook } from "./workbook.ts";

export const contract = {
  workbook,
  operators,
  changes,
  sheets,
  imports,
  matrix,
  delegations,
  conflicts,
  analysis,
  explain,
  gate,
  rules,
  studio,
  packs,
  staffing,
  rotation,
  handovers,
  tenure,
  leaves,
  swaps,
  reports,
  journal,
  logs,
};
export type QuanhengContract = typeof contract;
