// The shapes that pages see: the contract's, handed on, because pages speak to the service through this room alone.
import type { Answered } from "./names.ts";

export type {
  AmountFinding,
  ConcentrationView,
  Group,
  GroupDetail,
  GroupRow,
  LadderRow,
  PersonShare,
  TiersView,
} from "../../shared/contract/analysis.ts";
export type { Progress } from "../../shared/contract/call.ts";
export type { ChangeSet, Effect } from "../../shared/contract/changes.ts";
export type { Act, ConflictDetail, ConflictRow, Overview } from "../../shared/contract/conflicts.ts";
export type { DelegationRow, HeldAuthority, LentAuthority } from "../../shared/contract/delegations.ts";
export type { DesignFinding, RepairAnswer } from "../../shared/contract/design.ts";
export type { Passed, Proof, WhyNot } from "../../shared/contract/explain.ts";
export type { GateAnswer, GateReason, Substitute } from "../../shared/contract/gate.ts";
export type { FollowUpRow, HandoverRow, HandoverView, NoticeRow } from "../../shared/contract/handovers.ts";
export type {
  LogMapping,
  Offer,
  OfferedSheet,
  Preview,
  PreviewRow,
  Verdict,
} from "../../shared/contract/imports.ts";
export type { JournalEntry } from "../../shared/contract/journal.ts";
export type { LeaveRow } from "../../shared/contract/leaves.ts";
export type { CellChange, MatrixView } from "../../shared/contract/matrix.ts";
export type { Operator } from "../../shared/contract/operators.ts";
export type { HygieneFinding, RuleDifference, RuleProblem } from "../../shared/contract/packs.ts";
export type { PersonName } from "../../shared/contract/person-name.ts";
export type { BareMove, Plan, PlanMove, Surprise, Wishes } from "../../shared/contract/plan.ts";
export type { Receipt } from "../../shared/contract/receipt.ts";
export type { ReportRequest } from "../../shared/contract/reports.ts";
export type { TenureRow } from "../../shared/contract/rotation.ts";
export type { RuleRow } from "../../shared/contract/rules.ts";
export type { SecondOpinion } from "../../shared/contract/second-opinion.ts";
export type { Cell, SheetRow } from "../../shared/contract/sheets.ts";
export type { FileKind, GrantedFile } from "../../shared/contract/shell.ts";
export type {
  DrillAnswer,
  StaffingOverview,
  TierDetail,
  TierStaffing,
} from "../../shared/contract/staffing.ts";
export type { SwapMatchingView, SwapOfferRow } from "../../shared/contract/swaps.ts";
export type { ExemptionRow, LedgerLineRow, PolicyRow } from "../../shared/contract/tenure.ts";
export type { CheckSummary, OpenWorkbook, WorkbookState } from "../../shared/contract/workbook.ts";
export type { ReportDocument } from "../../shared/domain/report.ts";

export type ChangeView = Answered<"changes.view">;
export type EditLine = ChangeView["edits"][number];
