// The English dictionary; a key that Chinese has and English lacks is a type error.
import { analysis } from "./en/analysis.ts";
import { approvals } from "./en/approvals.ts";
import { changes } from "./en/changes.ts";
import { common } from "./en/common.ts";
import { conflicts } from "./en/conflicts.ts";
import { delegations } from "./en/delegations.ts";
import { drill } from "./en/drill.ts";
import { explain } from "./en/explain.ts";
import { faults } from "./en/faults.ts";
import { frame } from "./en/frame.ts";
import { gate } from "./en/gate.ts";
import { handovers } from "./en/handovers.ts";
import { imports } from "./en/imports.ts";
import { journal } from "./en/journal.ts";
import { matrix } from "./en/matrix.ts";
import { matrixWork } from "./en/matrix-work.ts";
import { matterTemplate } from "./en/matter-template.ts";
import { operators } from "./en/operators.ts";
import { organisation } from "./en/organisation.ts";
import { overview } from "./en/overview.ts";
import { packs } from "./en/packs.ts";
import { repair } from "./en/repair.ts";
import { reports } from "./en/reports.ts";
import { rotation } from "./en/rotation.ts";
import { rules } from "./en/rules.ts";
import { secondOpinion } from "./en/second-opinion.ts";
import { settings } from "./en/settings.ts";
import { staffing } from "./en/staffing.ts";
import { studio } from "./en/studio.ts";
import { swaps } from "./en/swaps.ts";
import { tables } from "./en/tables.ts";
import { tenure } from "./en/tenure.ts";
import { welcome } from "./en/welcome.ts";
import type { Words } from "./zh.ts";

export const en: Words = {
  common,
  frame,
  tables,
  welcome,
  overview,
  organisation,
  operators,
  matrix,
  changes,
  matrixWork,
  repair,
  matterTemplate,
  delegations,
  approvals,
  conflicts,
  drill,
  explain,
  analysis,
  staffing,
  rotation,
  swaps,
  handovers,
  tenure,
  reports,
  journal,
  settings,
  faults,
  gate,
  imports,
  rules,
  packs,
  studio,
  secondOpinion,
};
