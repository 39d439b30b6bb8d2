// The JSON schema in docs/ and the examples beside it are what the contract says today.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gate } from "../../../shared/contract/gate.ts";
import { faultSchema } from "../../../shared/domain/fault.ts";
import { gateSchemaPath, gateSchemaText } from "../../pages/gate-schema.ts";

test("the schema is as the contract makes it", () => {
  const text = readFileSync(gateSchemaPath, "utf8");
  expect(JSON.parse(text), "run node test/pages/gate-schema.ts").toEqual(JSON.parse(gateSchemaText()));
});

test.each(["gate.md", "gate.zh-CN.md"])(
  "the examples of %s are questions and answers of the contract",
  (name) => {
    const page = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json ?? ""));
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      if ("step" in example) expect(gate.ask.input.safeParse(example).error).toBeUndefined();
      else if (example.ok) expect(gate.ask.output.safeParse(example.value).error).toBeUndefined();
      else expect(faultSchema.safeParse(example.fault).error).toBeUndefined();
    }
  },
);
