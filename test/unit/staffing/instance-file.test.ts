// The reader of public instances: odd spacing is read, what it does not know is told with file and line.
import { expect, test } from "vitest";
import { findWitness } from "../../../shared/staffing/witness.ts";
import { readInstance } from "../../bench/staffing-file.ts";

const head = "#Steps: 3\n#Users: 4\n#Constraints: 9\n";
const read = (body: string) => readInstance(head + body, "one.txt");
const isStaffed = (body: string) => findWitness(read(body), { left: 1e7 }).status === "staffed";

test("who is not listed may do everything, who is listed without steps nothing", () => {
  const { allowed } = read("Authorisations u1 s2\nAuthorisations u2\nAuthorisations u3 s1 s3 s1\n");
  expect(allowed).toEqual([
    [2, 3],
    [0, 3],
    [2, 3],
  ]);
});

test("lines of one user add up, spacing, case and line ends are free", () => {
  const text =
    "\uFEFF#steps:3\r\n\r\n  #Users :  4 \r\n#Constraints: 3\r\n\tauthorisations  u1\ts1\r\nAuthorisations U1 S2 \r\n" +
    "one-team s1  s2(u1 u2)( u3, u4 )\r\nAT-MOST-K 1 s1 s2\r\n";
  const problem = readInstance(text, "odd.txt");
  expect(problem.allowed[0]).toEqual([0, 1, 2, 3]);
  expect(problem.allowed[2]).toEqual([1, 2, 3]);
  expect(problem.constraints).toMatchObject([
    {
      type: "one-team",
      slots: [0, 1],
      teams: [
        [0, 1],
        [2, 3],
      ],
      source: "7",
    },
    { type: "many", slots: [0, 1], least: 0, most: 1, source: "8" },
  ]);
});

test("every kind of line binds as it says", () => {
  expect(isStaffed("")).toBe(true);
  expect(isStaffed("Separation-of-duty s1 s2\nAt-most-k 1 s1 s2")).toBe(false);
  expect(isStaffed("Separation-of-duty s1 s2\nAt-most-k 2 s1 s2 s3\nBinding-of-duty s2 s3")).toBe(true);
  expect(isStaffed("Separation-of-duty s1 s2\nBinding-of-duty s2 s3\nBinding-of-duty s1 s3")).toBe(false);
  expect(isStaffed("One-team s1 s2 (u1) (u2)\nSeparation-of-duty s1 s2")).toBe(false);
  expect(isStaffed("One-team s1 s2 (u1 u2) (u3)\nSeparation-of-duty s1 s2")).toBe(true);
  expect(isStaffed("Separation-of-duty s1 s1")).toBe(false);
  expect(isStaffed("One-team s1 ()")).toBe(false);
  expect(isStaffed("At-most-k 0 s1")).toBe(false);
  const twice = "Separation-of-duty s1 s2\n";
  expect(isStaffed(twice + twice + twice)).toBe(true);
});

test.each([
  ["Authorisations u5 s1", 'one.txt:4: "u5" is no user of u1 to u4'],
  ["Authorisations u1 s4", 'one.txt:4: "s4" is no step of s1 to s3'],
  ["Authorisations", "one.txt:4: no user"],
  ["Separation-of-duty s1", "one.txt:4: two steps are needed"],
  ["\nBinding-of-duty s1 s2 s3", "one.txt:5: two steps are needed"],
  ["At-most-k s1 s2", "one.txt:4: how many at most?"],
  ["At-most-k 2", "one.txt:4: no steps"],
  ["One-team s1 s2", "one.txt:4: no team in parentheses"],
  ["One-team s1 (u1", "one.txt:4: teams are lists of users in parentheses"],
  ["Wang-li s1 s2 (u1)", "one.txt:4: unknown kind of line"],
  ["#Steps: 4", "one.txt:4: declared twice"],
  ["#Teams: 4", "one.txt:4: not #Steps, #Users or #Constraints with a number"],
])("%s is told with file and line", (line, message) => {
  expect(() => read(line)).toThrow(message);
});

test("what the file must begin with is missing", () => {
  expect(() => readInstance("Authorisations u1 s1\n", "two.txt")).toThrow("two.txt:1: #Steps and #Users");
  expect(() => readInstance("", "two.txt")).toThrow("two.txt: #Steps and #Users are missing");
});
