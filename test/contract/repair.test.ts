// Preview and repair over the contract on the sample unit: what is proposed can be applied as it is and does what it says.
import { describe, expect, it } from "vitest";
import { faultOf, openDesk, value } from "../builders/service.ts";

const day = "2026-03-05";

describe("repair of the sample unit", () => {
  it("proposes edits that, applied, take the conflicts away and bring no conflict or gap", async () => {
    const desk = openDesk();
    await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: day }));
    const { findings } = await value(desk.client.matrix.view({ day }));
    const conflicts = findings.filter(({ type }) => type === "conflict");
    expect(conflicts.length).toBeGreaterThan(3);

    const answer = await value(desk.client.matrix.repair({ day }));
    expect([...answer.beyond, ...answer.undecided].length).toBeLessThan(conflicts.length);
    const [first, ...others] = answer.proposals;
    expect(first).toMatchObject({ isLeast: true });
    expect(first?.lines).toHaveLength(first?.edits.length ?? 0);
    for (const other of others) expect(other.weight).toBeGreaterThanOrEqual(first?.weight ?? 0);
    const gone = conflicts.filter(
      ({ key }) => ![...answer.beyond, ...answer.undecided].some((one) => one.key === key),
    );

    const preview = await value(desk.client.matrix.preview({ day, edits: first?.edits ?? [] }));
    expect(preview.vanishing).toEqual(first?.vanishing);
    expect(preview.appearing).toEqual(first?.appearing);
    await value(desk.client.matrix.apply({ day, edits: first?.edits ?? [] }));
    const after = await value(desk.client.matrix.view({ day }));
    const keys = new Set(after.findings.map(({ key }) => key));
    for (const { key } of gone) expect(keys.has(key)).toBe(false);
    const before = new Set(findings.map(({ key }) => key));
    expect(
      after.findings.filter(({ type, key }) => (type === "conflict" || type === "gap") && !before.has(key)),
    ).toEqual([]);
  });

  it("is about the conflicts named, or those of a matter, and stops when told to", async () => {
    const desk = openDesk();
    await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: day }));
    const { findings } = await value(desk.client.matrix.view({ day }));
    const [one] = findings.filter(({ type }) => type === "conflict");
    const { proposals } = await value(desk.client.matrix.repair({ day, keys: [one?.key ?? ""] }));
    expect(proposals[0]?.vanishing.map(({ key }) => key)).toContain(one?.key);
    const ofMatter = await value(desk.client.matrix.repair({ day, matterId: one?.matterId ?? "" }));
    expect(ofMatter.proposals[0]?.weight).toBeGreaterThanOrEqual(proposals[0]?.weight ?? 0);
    expect(await value(desk.client.matrix.repair({ day, matterId: "nowhere" }))).toMatchObject({
      proposals: [],
      work: 0,
    });
    const stopped = desk.client.matrix.repair({ day }, { signal: { aborted: true } });
    expect((await faultOf(stopped)).code).toBe("refused");
  });
});
