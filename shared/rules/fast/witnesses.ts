// Rows that stand for their like: preconditions ask whether anything of a sort occurs, and one row of each sort answers.
import type { PackedCases } from "../../domain/packed-log.ts";

export interface Witnesses {
  /** Acts and cases to load although nothing may be wrong with them. */
  readonly acts: number[];
  readonly cases: number[];
  /** By dense matter, which sorts of acts have their witness: 1 recorded, 2 terminal, 4 decided at a time of day. */
  readonly seen: Uint8Array;
}

/** `matterOf`: dense matter of a case; -1 unknown. `singleSource`: the code of that method. */
export function witnessesOf(
  cases: PackedCases,
  matterOf: Int32Array,
  matters: number,
  singleSource: number,
): Witnesses {
  const acts: number[] = [];
  const sorts = new Uint8Array(matters * 256);
  const chosen: number[] = [];
  for (let of = 0; of < cases.count; of += 1) {
    const matter = matterOf[of]!;
    if (matter < 0) continue;
    const sort =
      Number(cases.department[of] !== 0) |
      (Number(cases.requester[of] !== 0) << 1) |
      (Number(cases.supplier[of] !== 0) << 2) |
      (Number(!Number.isNaN(cases.amount[of]!)) << 3) |
      (Number(cases.amount[of]! > 0) << 4) |
      (Number(cases.category[of] !== 0) << 5) |
      (Number(cases.project[of] !== 0) << 6) |
      (Number((cases.flags[of]! & 127) === singleSource) << 7);
    if (sorts[matter * 256 + sort]) continue;
    sorts[matter * 256 + sort] = 1;
    chosen.push(of);
  }
  return { acts, cases: chosen, seen: new Uint8Array(matters) };
}
