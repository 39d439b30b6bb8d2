// 中文词典:各页的词合在一处;缺一个键就是类型错误。
import { analysis } from "./zh/analysis.ts";
import { approvals } from "./zh/approvals.ts";
import { changes } from "./zh/changes.ts";
import { common } from "./zh/common.ts";
import { conflicts } from "./zh/conflicts.ts";
import { delegations } from "./zh/delegations.ts";
import { drill } from "./zh/drill.ts";
import { explain } from "./zh/explain.ts";
import { faults } from "./zh/faults.ts";
import { frame } from "./zh/frame.ts";
import { gate } from "./zh/gate.ts";
import { handovers } from "./zh/handovers.ts";
import { imports } from "./zh/imports.ts";
import { journal } from "./zh/journal.ts";
import { matrix } from "./zh/matrix.ts";
import { matrixWork } from "./zh/matrix-work.ts";
import { matterTemplate } from "./zh/matter-template.ts";
import { operators } from "./zh/operators.ts";
import { organisation } from "./zh/organisation.ts";
import { overview } from "./zh/overview.ts";
import { packs } from "./zh/packs.ts";
import { repair } from "./zh/repair.ts";
import { reports } from "./zh/reports.ts";
import { rotation } from "./zh/rotation.ts";
import { rules } from "./zh/rules.ts";
import { secondOpinion } from "./zh/second-opinion.ts";
import { settings } from "./zh/settings.ts";
import { staffing } from "./zh/staffing.ts";
import { studio } from "./zh/studio.ts";
import { swaps } from "./zh/swaps.ts";
import { tables } from "./zh/tables.ts";
import { tenure } from "./zh/tenure.ts";
import { welcome } from "./zh/welcome.ts";

export const zh = {
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

/** Every key of the window's wording; Chinese is the measure. */
export type Words = typeof zh;
