// The JSON schema of the gate's question and answer, made from the contract: `node test/pages/gate-schema.ts` writes it.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { gate } from "../../shared/contract/gate.ts";
import { faultSchema } from "../../shared/domain/fault.ts";

export const gateSchemaPath = new URL("../../docs/gate.schema.json", import.meta.url);

export function gateSchemaText(): string {
  const answer = z.union([
    z.object({ ok: z.literal(true), value: gate.ask.output }),
    z.object({ ok: z.literal(false), fault: faultSchema }),
  ]);
  const options = { target: "draft-2020-12", reused: "inline", unrepresentable: "any" } as const;
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Quanheng gate",
    $defs: {
      question: z.toJSONSchema(gate.ask.input, { ...options, io: "input" }),
      answer: z.toJSONSchema(answer, { ...options, io: "output" }),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(gateSchemaPath, gateSchemaText());
