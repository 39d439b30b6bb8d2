// English: approvals.
import type { approvals as zh } from "../zh/approvals.ts";

export const approvals: typeof zh = {
  title: "Approvals",
  finding: (n) => `${n} approvals`,
  findingCases: (n) => ` in ${n} cases`,
  findingEnd: ".",
  figures: { approvals: "Approvals", cases: "Cases", conflicts: "In conflicts", last: "Latest" },
  import_: "Bring in",
  list: "Approvals",
  shown: (n, all) => `The latest ${n} of ${all}`,
  showAll: "Show all",
  columns: {
    at: "Happened at",
    case_: "Case no.",
    step: "Step",
    person: "Actor",
    onBehalfOf: "On behalf of",
    post: "Post",
    action: "Action",
    amount: (unit) => `Amount, ${unit}`,
    docNo: "Document no.",
    recordedAt: "Recorded at",
  },
  detail: "Approval",
  ofCase: (caseNo) => `All acts of case ${caseNo}`,
  emptyTitle: "Who did which step of which case, when",
  emptyWhy:
    "A table exported from any office system will do; headings are read in Chinese and English, every row is shown with a verdict before anything is written.",
  emptySample: "See the sample unit",
};
