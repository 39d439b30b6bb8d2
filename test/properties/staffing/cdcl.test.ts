// The solver for clauses against tables of truth, planted models and what is known to have none.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cdcl, solveLazily } from "../../../shared/staffing/sat/cdcl.ts";
import { Cnf } from "../../../shared/staffing/sat/cnf.ts";
import { seeded } from "../../builders/source.ts";

type Clause = readonly number[];
const formula = (variables: number, clauses: readonly Clause[]) => ({
  variables,
  literals: Int32Array.from(clauses.flatMap((it) => [...it, 0])),
});
const keeps = (clauses: readonly Clause[], isTrue: (variable: number) => boolean): boolean =>
  clauses.every((clause) => clause.some((it) => isTrue(Math.abs(it)) === it > 0));
const inTable = (row: number) => (variable: number) => ((row >> (variable - 1)) & 1) === 1;
const plenty = () => ({ left: 1_000_000_000 });

const literal = (variables: number) =>
  fc.tuple(fc.integer({ min: 1, max: variables }), fc.boolean()).map(([it, is]) => (is ? it : -it));
const clauses = (variables: number) =>
  fc.array(fc.array(literal(variables), { minLength: 1, maxLength: 4 }), { maxLength: 50 });
const variables = 9;
const rows = Array.from({ length: 2 ** variables }, (_, row) => row);

describe("the solver", () => {
  it("agrees with the table of truth, also where clauses come one by one", () => {
    fc.assert(
      fc.property(clauses(variables), clauses(variables), (first, later) => {
        const isSatisfiable = rows.some((row) => keeps([...first, ...later], inTable(row)));
        const answer = solveLazily(formula(variables, first), plenty(), (model) =>
          later.filter((it) => !keeps([it], (variable) => model[variable] === 1)).slice(0, 2),
        );
        expect(answer.status).toBe(isSatisfiable ? "satisfiable" : "unsatisfiable");
        if (answer.status === "satisfiable")
          expect(keeps([...first, ...later], (variable) => answer.model[variable] === 1)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("finds planted models among many clauses", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const source = seeded(seed);
      const count = 150 + seed * 5;
      const planted = Array.from({ length: count + 1 }, () => source.int(0, 1) === 1);
      const given: Clause[] = [];
      while (given.length < count * 4.2) {
        const clause = [1, 2, 3].map(() => source.int(1, count) * (source.int(0, 1) === 1 ? 1 : -1));
        if (keeps([clause], (variable) => planted[variable] === true)) given.push(clause);
      }
      const answer = cdcl.solve(formula(count, given), plenty());
      expect(answer.status).toBe("satisfiable");
      if (answer.status === "satisfiable")
        expect(keeps(given, (variable) => answer.model[variable] === 1)).toBe(true);
    }
  });

  it("knows that eight do not fit into seven, however long it takes, forgetting on the way", () => {
    const [pigeons, holes] = [8, 7];
    const is = (pigeon: number, hole: number): number => pigeon * holes + hole + 1;
    const given: Clause[] = [];
    for (let pigeon = 0; pigeon < pigeons; pigeon++) {
      given.push(Array.from({ length: holes }, (_, hole) => is(pigeon, hole)));
      for (let other = 0; other < pigeon; other++)
        for (let hole = 0; hole < holes; hole++) given.push([-is(pigeon, hole), -is(other, hole)]);
    }
    expect(cdcl.solve(formula(pigeons * holes, given), plenty()).status).toBe("unsatisfiable");
    expect(cdcl.solve(formula(pigeons * holes, given), { left: 1000 }).status).toBe("undecided");
  });
});

describe("bounds on how many hold", () => {
  it("are exact", () => {
    const weights = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(weights, fc.nat({ max: 20 }), fc.nat({ max: 7 }), (list, most, count) => {
        const sum = (row: number): number =>
          list.reduce((total, weight, at) => total + ((row >> at) & 1) * weight, 0);
        const size = (row: number): number => list.reduce((total, _, at) => total + ((row >> at) & 1), 0);
        for (let row = 0; row < 2 ** list.length; row++) {
          const cnf = new Cnf();
          const literals = list.map(() => cnf.variable());
          const sums = cnf.sums(literals);
          cnf.atMostWeight(literals, list, most);
          cnf.atMost(literals, count);
          for (const [at, own] of literals.entries()) cnf.add((row >> at) & 1 ? own : -own);
          const answer = cdcl.solve(cnf.formula(), plenty());
          expect(answer.status === "satisfiable").toBe(sum(row) <= most && size(row) <= count);
          if (answer.status === "satisfiable")
            expect(sums.filter((it) => answer.model[it] === 1).length).toBe(size(row));
        }
      }),
      { numRuns: 60 },
    );
  });
});
