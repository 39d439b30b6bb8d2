// Swaps across units, the whole way: offers out of two workbooks, matched, proposals back; what a file may not hold, and wrong answers.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type OffersFile, offersFileSchema, proposalsFileSchema } from "../../shared/domain/swap-offer.ts";
import { type Desk, faultOf, startDesk, value } from "../builders/desk.ts";

let folder: string;
let ours: Desk;
let theirs: Desk;
const at = (name: string): string => join(folder, name);
const read = (desk: Desk, name: string): string => desk.reads(at(name));
const write = (desk: Desk, name: string): string => desk.writes(at(name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quanheng-swaps-"));
  for (const name of ["ours", "theirs"]) mkdirSync(at(name));
  ours = startDesk({ folder: at("ours") });
  theirs = startDesk({ folder: at("theirs") });
  for (const desk of [ours, theirs])
    await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: "2026-03-05" }));
  return () => {
    ours.close();
    theirs.close();
    rmSync(folder, { recursive: true, force: true });
    expect([...ours.bugs, ...theirs.bugs]).toEqual([]);
  };
});

/** One offer of each of the first holders, out into a file. */
async function sendOut(desk: Desk, name: string, count: number): Promise<OffersFile> {
  const { rows } = await value(desk.client.swaps.candidates({}));
  const ids: string[] = [];
  for (const { person, post, postClass } of rows.slice(0, count)) {
    const { id } = await value(
      desk.client.swaps.saveOffer({
        id: null,
        personId: person.id,
        postId: post.id,
        postClass: postClass ?? "contracts",
        accepts: [],
        fromMonth: "2026-04",
        toMonth: "2026-09",
      }),
    );
    ids.push(id);
  }
  const receipt = await value(desk.client.swaps.exportOffers({ ids, label: null, grant: write(desk, name) }));
  const bytes = readFileSync(at(name));
  expect(receipt.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(receipt.rows).toBe(count);
  return offersFileSchema.parse(JSON.parse(bytes.toString("utf8")));
}

test("offers go out without names, are matched, and come back as proposals to the right people", async () => {
  const mine = await sendOut(ours, "ours.json", 4);
  const other = await sendOut(theirs, "theirs.json", 4);
  const { rows } = await value(ours.client.swaps.offers({}));
  const words = readFileSync(at("ours.json"), "utf8");
  for (const { person, post } of rows)
    for (const secret of [
      person.name,
      person.id,
      person.staffNo,
      post.id,
      post.code,
      post.name,
      post.department,
    ])
      expect(words).not.toContain(secret);
  expect(mine.offers.map(({ offerId }) => offerId).sort()).toEqual(rows.map(({ offerId }) => offerId).sort());

  const grants = [read(ours, "ours.json"), read(ours, "theirs.json"), read(ours, "ours.json")];
  const view = await value(ours.client.swaps.match({ grants }));
  expect(view).toMatchObject({ isBest: true, offers: 8 });
  expect(view.files.map(({ name }) => name)).toEqual(["ours.json", "theirs.json"]);
  expect(view.matched).toBeGreaterThan(1);
  expect(view.matched).toBe(view.cycles.flatMap(({ stops }) => stops).length);
  await value(ours.client.swaps.saveProposals({ grants, file: 0, grant: write(ours, "answer.json") }));
  const answer = proposalsFileSchema.parse(JSON.parse(readFileSync(at("answer.json"), "utf8")));
  expect(answer.fileId).toBe(mine.fileId);
  const known = new Set(mine.offers.map(({ offerId }) => offerId));
  for (const { goesTo, comes, offerId } of answer.proposals) {
    expect(known.has(offerId)).toBe(true);
    expect(other.offers.map((one) => one.offerId)).toContain(goesTo.offerId);
    expect(other.offers.map((one) => one.offerId)).toContain(comes.offerId);
  }

  const wrong = await faultOf(theirs.client.swaps.takeProposals({ grant: read(theirs, "answer.json") }));
  expect(wrong.code).toBe("stale");
  const taken = await value(ours.client.swaps.takeProposals({ grant: read(ours, "answer.json") }));
  expect(taken.proposed).toBe(answer.proposals.length);
  const after = (await value(ours.client.swaps.offers({}))).rows;
  expect(after.filter(({ state }) => state === "proposed")).toHaveLength(taken.proposed);
  const proposed = after.find(({ state }) => state === "proposed");
  if (!proposed) throw new Error("nobody was matched");
  const silent = await faultOf(ours.client.swaps.decide({ id: proposed.id, isAccepted: false, reason: " " }));
  expect(silent.code).toBe("invalid");
  await value(ours.client.swaps.decide({ id: proposed.id, isAccepted: true, reason: "" }));
  const twice = await faultOf(ours.client.swaps.decide({ id: proposed.id, isAccepted: true, reason: "" }));
  expect(twice.code).toBe("refused");
});

test("a file that holds anything else is refused with its place, and nothing of it is taken", async () => {
  const words = JSON.parse(readFileSync(at("theirs.json"), "utf8"));
  const tries: [(file: typeof words) => void, string][] = [
    [(file) => (file.offers[0].name = "王某"), "offers.0"],
    [(file) => (file.offers[1].postClass = "king"), "offers.1.postClass"],
    [(file) => (file.offers[1].toMonth = "2020-01"), "offers.1.toMonth"],
    [(file) => delete file.fileId, "fileId"],
  ];
  for (const [spoil, place] of tries) {
    const file = structuredClone(words);
    spoil(file);
    writeFileSync(at("spoilt.json"), JSON.stringify(file));
    const fault = await faultOf(ours.client.swaps.match({ grants: [read(ours, "spoilt.json")] }));
    expect(fault).toMatchObject({ code: "invalid", where: { file: "spoilt.json", column: place } });
  }
  writeFileSync(at("cut.json"), readFileSync(at("theirs.json"), "utf8").slice(0, 200));
  expect(await faultOf(ours.client.swaps.match({ grants: [read(ours, "cut.json")] }))).toMatchObject({
    code: "invalid",
    where: { file: "cut.json" },
  });
  writeFileSync(at("again.json"), JSON.stringify({ ...words, fileId: "0".repeat(32) }));
  const twice = await faultOf(
    ours.client.swaps.match({ grants: [read(ours, "theirs.json"), read(ours, "again.json")] }),
  );
  expect(twice.message.en).toContain('is in "theirs.json" already');
});

test("every export has fresh ids; an answer to an older one is refused", async () => {
  const open = (await value(theirs.client.swaps.offers({}))).rows;
  const ids = open.map(({ id }) => id);
  await value(theirs.client.swaps.exportOffers({ ids, label: "乙", grant: write(theirs, "newer.json") }));
  const newer = offersFileSchema.parse(JSON.parse(readFileSync(at("newer.json"), "utf8")));
  const older = offersFileSchema.parse(JSON.parse(readFileSync(at("theirs.json"), "utf8")));
  const before = new Set(older.offers.map(({ offerId }) => offerId));
  expect(newer.offers.some(({ offerId }) => before.has(offerId))).toBe(false);
  const grants = [read(ours, "ours.json"), read(ours, "theirs.json")];
  await value(ours.client.swaps.saveProposals({ grants, file: 1, grant: write(ours, "late.json") }));
  const fault = await faultOf(theirs.client.swaps.takeProposals({ grant: read(theirs, "late.json") }));
  expect(fault.code).toBe("stale");
});

test("a sending out is not undone: the map from offers to people is the only way back", async () => {
  const { entries } = await value(ours.client.journal.list({ before: null, limit: 200 }));
  const sent = entries.filter(({ summary }) => summary.zh.startsWith("发出互换意向"));
  expect(sent.length).toBeGreaterThan(0);
  for (const { seq, canUndo } of sent) {
    expect(canUndo).toBe(false);
    expect((await faultOf(ours.client.journal.undo({ seq }))).code).toBe("refused");
  }
});

test("an export that could not be written leaves the offers as they were, so that the file before it can be answered", async () => {
  const before = (await value(theirs.client.swaps.offers({}))).rows;
  const ids = before.map(({ id }) => id);
  const fault = await faultOf(
    theirs.client.swaps.exportOffers({ ids, label: null, grant: write(theirs, "nowhere/late.json") }),
  );
  expect(fault.code).not.toBe("stale");
  const offered = ({ id, offerId, fileId, state }: (typeof before)[number]) => [id, offerId, fileId, state];
  expect((await value(theirs.client.swaps.offers({}))).rows.map(offered).sort()).toEqual(
    before.map(offered).sort(),
  );
});

test("an answer that no matching can give is refused whole", async () => {
  const grants = [read(theirs, "ours.json"), read(theirs, "newer.json")];
  await value(theirs.client.swaps.saveProposals({ grants, file: 1, grant: write(theirs, "right.json") }));
  const right = proposalsFileSchema.parse(JSON.parse(readFileSync(at("right.json"), "utf8")));
  expect(right.proposals.length).toBeGreaterThan(1);
  type Answer = typeof right;
  const tries: [(answer: Answer) => void, string][] = [
    [({ proposals: [one] }) => one && Object.assign(one, { month: "2026-12" }), "month"],
    [
      ({ proposals: [one] }) => one && Object.assign(one, { cycleLength: one.cycleLength === 2 ? 3 : 2 }),
      "cycleLength",
    ],
    [
      ({ proposals: [one, two] }) => one && two && Object.assign(one.goesTo, { offerId: two.offerId }),
      "offerId",
    ],
    [({ proposals }) => proposals.push(...proposals.slice(0, 1)), "offerId"],
  ];
  for (const [tamper, column] of tries) {
    const answer = structuredClone(right);
    tamper(answer);
    writeFileSync(at("tampered.json"), JSON.stringify(answer));
    const fault = await faultOf(theirs.client.swaps.takeProposals({ grant: read(theirs, "tampered.json") }));
    expect(fault).toMatchObject({ code: "invalid", where: { file: "tampered.json", column } });
  }
  const { rows } = await value(theirs.client.swaps.offers({}));
  expect(rows.every(({ state }) => state === "exported")).toBe(true);
  await value(theirs.client.swaps.takeProposals({ grant: read(theirs, "right.json") }));
});
