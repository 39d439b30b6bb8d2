// Brings the sample into a workbook the way an office would: offered, previewed and committed through the contract.
import type { CallOptions, Client, Reply } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { generateUnit, type SampleOptions, type SampleUnit } from "./generate.ts";

export interface Filled {
  added: number;
  changed: number;
  same: number;
}
const taken = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new FaultError(reply.fault);
  return reply.value;
};

/** One offer with all tables, one commit; throws a FaultError naming the first row when any row is rejected. */
export async function fillSample(
  client: Pick<Client<QuanhengContract>, "imports">,
  unit: Pick<SampleUnit, "tables">,
  options: CallOptions = {},
): Promise<Filled> {
  const tables = unit.tables.map(({ kind, name, header, rows }) => ({ kind, name, header, rows }));
  const offer = taken(await client.imports.offer({ tables }, options));
  const preview = taken(await client.imports.preview({ id: offer.id }, options));
  const unreadable = preview.faults[0];
  if (unreadable) throw fault("invalid", unreadable.message, unreadable.where);
  if (preview.kinds.some((it) => it.rejected > 0)) throw await rejectedRow(client, offer.id);
  const { added, changed, same } = taken(await client.imports.commit({ id: preview.id }, options));
  return { added, changed, same };
}

/** The sample unit of these options, made and brought in: what a service takes as its `fillSample`. */
export async function fillGenerated(
  client: Pick<Client<QuanhengContract>, "imports">,
  {
    signal,
    progress,
    ...options
  }: SampleOptions & {
    signal: NonNullable<CallOptions["signal"]>;
    progress(label: Text, done: number, total: number | null): void;
  },
): Promise<void> {
  await fillSample(client, generateUnit(options), {
    signal,
    progress: ({ label, done, total }) => progress(label, done, total),
  });
}

async function rejectedRow(
  client: Pick<Client<QuanhengContract>, "imports">,
  id: string,
): Promise<FaultError> {
  const { rows } = taken(await client.imports.rows({ id, verdict: "rejected", limit: 1 }));
  const [row] = rows;
  const [problem] = row?.problems ?? [];
  return fault(
    "invalid",
    {
      zh: `示例数据有一行未能导入:${problem?.message.zh ?? ""}`,
      en: `a row of the sample could not be imported: ${problem?.message.en ?? ""}`,
    },
    row && { sheet: row.sheet, row: row.row, column: problem?.column ?? "", value: problem?.value ?? "" },
  );
}
