// Code and name of the rows that others refer to, by id: what people read instead of ids.
import type { PersonName } from "../../shared/contract/person-name.ts";
import type { Duty } from "../../shared/domain/duty.ts";
import type { Department, Post } from "../../shared/domain/organisation.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import type { World } from "../../shared/domain/world.ts";

export interface Label {
  code: string;
  name: string;
}
export interface Labels {
  of: (kind: SheetKind, id: string) => Label | undefined;
  person: (id: string) => PersonName;
  people: (ids: readonly string[]) => PersonName[];
  post: (id: string) => Post | undefined;
  department: (id: string) => Department | undefined;
  duty: (code: string) => Duty | undefined;
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
const lazy = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
const labelled =
  <T extends { id: string }>(rows: () => readonly T[], label: (row: T) => Label) =>
  (): Map<string, Label> =>
    new Map(rows().map((row) => [row.id, label(row)]));
const coded = (row: { code: string; name: string }): Label => ({ code: row.code, name: row.name });

// Labels belong to one reading of the world, which the desk replaces as a whole after each write.
const kept = new WeakMap<World, Labels>();
export function labelsOf(world: World): Labels {
  const known = kept.get(world);
  if (known) return known;
  const maps: Partial<Record<SheetKind, () => Map<string, Label>>> = {
    departments: lazy(labelled(() => world.departments, coded)),
    posts: lazy(labelled(() => world.posts, coded)),
    people: lazy(
      labelled(
        () => world.people,
        ({ staffNo, name }) => ({ code: staffNo, name }),
      ),
    ),
    suppliers: lazy(labelled(() => world.suppliers, coded)),
    matters: lazy(labelled(() => world.matters, coded)),
    steps: lazy(labelled(() => world.steps, coded)),
    authorities: lazy(
      labelled(
        () => world.authorities,
        ({ code }) => ({ code, name: code }),
      ),
    ),
    cases: lazy(
      labelled(
        () => world.cases,
        ({ caseNo }) => ({ code: caseNo, name: caseNo }),
      ),
    ),
    duties: lazy(
      () => new Map(world.duties.map((duty) => [duty.code, { code: duty.code, name: duty.name.zh }])),
    ),
  };
  const posts = lazy(() => byId(world.posts));
  const departments = lazy(() => byId(world.departments));
  const duties = lazy(() => new Map(world.duties.map((duty) => [duty.code, duty])));
  const labels: Labels = {
    of: (kind, id) => maps[kind]?.().get(id),
    person: (id) => {
      const label = maps.people?.().get(id);
      return { id, staffNo: label?.code ?? "", name: label?.name ?? "?" };
    },
    people: (ids) => ids.map((id) => labels.person(id)),
    post: (id) => posts().get(id),
    department: (id) => departments().get(id),
    duty: (code) => duties().get(code),
  };
  kept.set(world, labels);
  return labels;
}
