// What a door hands to the service: time, ids, folders, file grants, who is asking, and long solves.
import type { Actor, Client, Context, StopSignal } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Question } from "../queries/second-opinion/question.ts";
import type { Grants } from "./grants.ts";

export interface ServiceDeps {
  now: () => number;
  /** UUIDv7. */
  newId: () => string;
  /** The program's own folder: recent workbooks, the sample unit. */
  dataFolder: string;
  grants: Grants;
  /** The one local person of a workbook without operators. */
  actor: Actor;
  /** Opens again what was open when the program last ended without closing it. */
  reopens: boolean;
  /** True where receipts may name paths: the command line, never a window. */
  showPaths: boolean;
  /** Lets waiting reads run between slices of long work. */
  breathe: () => Promise<void>;
  /** The worker entry of long solves, spawned by path; null: they run here. */
  solveEntry: string | null;
  /** Stands in for the SQL of the second opinion: a test plants a wrong one. */
  secondQuestions?: readonly Question[];
  /** Fills an empty workbook with the seeded sample unit. */
  fillSample: (
    client: Client<QuanhengContract>,
    options: {
      seed: number;
      size: "small" | "city";
      endsOn: Day;
      signal: StopSignal;
      progress: Context["progress"];
    },
  ) => Promise<void>;
}
