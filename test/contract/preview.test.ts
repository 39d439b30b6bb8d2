// The preview of edits follows what is written: the kept check is never that of an older head, nor of other rules.
import { describe, expect, it } from "vitest";
import { openDesk, value } from "../builders/service.ts";

const day = "2026-03-05";

describe("preview", () => {
  it("says nothing will change once the edits are written, and forgets a rule that is stopped", async () => {
    const desk = openDesk();
    await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: day }));
    const { findings } = await value(desk.client.matrix.view({ day }));
    const conflict = findings.find(({ type }) => type === "conflict");
    const { proposals } = await value(desk.client.matrix.repair({ day, keys: [conflict?.key ?? ""] }));
    const edits = proposals[0]?.edits ?? [];
    const before = await value(desk.client.matrix.preview({ day, edits }));
    expect(before.vanishing.length).toBeGreaterThan(0);
    expect(before.remaining + before.vanishing.length).toBe(findings.length);

    const stop = [{ op: "stop" as const, ruleId: conflict?.ruleId ?? "" }];
    const stopped = await value(desk.client.matrix.preview({ day, edits: stop }));
    expect(stopped.vanishing.every(({ ruleId }) => ruleId === conflict?.ruleId)).toBe(true);
    expect(stopped.vanishing.map(({ key }) => key)).toContain(conflict?.key);

    await value(desk.client.matrix.apply({ day, edits }));
    const after = await value(desk.client.matrix.preview({ day, edits: [] }));
    expect(after).toMatchObject({ appearing: [], vanishing: [] });
    expect(after.remaining).toBe(before.remaining + before.appearing.length);
    expect(after.headSeq).toBeGreaterThan(before.headSeq);
  });
});
