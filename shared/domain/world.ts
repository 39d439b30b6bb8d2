// Everything a check looks at, as plain rows in force; and the settings of the workbook.
import type { Approval, Case } from "./approval.ts";
import type { Authority, Delegation, Matter, Step } from "./authority.ts";
import type { Duty } from "./duty.ts";
import type {
  Absence,
  Assignment,
  CalendarDay,
  Department,
  Person,
  Post,
  PostDuty,
  Qualification,
  Relation,
  Supplier,
} from "./organisation.ts";
import type { Exemption, TenurePolicy } from "./rotation.ts";

export interface Settings {
  unitName: string;
  /** IANA name; the day of every instant is taken here. */
  timeZone: string;
}

/** All facts of a workbook but its approvals. Array order carries no meaning. */
export interface Facts {
  settings: Settings;
  departments: Department[];
  posts: Post[];
  postDuties: PostDuty[];
  people: Person[];
  qualifications: Qualification[];
  assignments: Assignment[];
  relations: Relation[];
  absences: Absence[];
  calendar: CalendarDay[];
  suppliers: Supplier[];
  /** The catalogue and the unit's own duties together. */
  duties: Duty[];
  matters: Matter[];
  steps: Step[];
  authorities: Authority[];
  delegations: Delegation[];
  cases: Case[];
  tenurePolicies: TenurePolicy[];
  exemptions: Exemption[];
}

export interface World extends Facts {
  approvals: Approval[];
}
