// The rows of an office in the making, and the day on which every instance begins.
import type {
  Absence,
  Assignment,
  Person,
  Post,
  Qualification,
  Relation,
} from "../../shared/domain/organisation.ts";
import type { Exemption } from "../../shared/domain/rotation.ts";

export interface Office {
  posts: Post[];
  people: Person[];
  assignments: Assignment[];
  qualifications: Qualification[];
  relations: Relation[];
  absences: Absence[];
  exemptions: Exemption[];
}
export const today = "2026-11-23";
