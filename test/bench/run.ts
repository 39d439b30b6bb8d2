// The benches by name: `npm run -s bench -- <name> [options]`.

const benches: Record<string, () => Promise<(args: readonly string[]) => unknown>> = {
  gate: async () => (await import("./gate.ts")).benchGate,
  check: async () => (await import("./check.ts")).benchCheck,
  table: async () => (await import("./table.ts")).benchTable,
  staffing: async () => (await import("./staffing.ts")).benchStaffing,
  design: async () => (await import("./design.ts")).benchDesign,
  rotation: async () => (await import("./rotation.ts")).benchRotation,
};

const [name = "", ...args] = process.argv.slice(2);
const load = benches[name];
if (load) await (await load())(args);
else {
  process.stderr.write(`Which bench? ${Object.keys(benches).join(" | ")}\n`);
  process.exitCode = 2;
}

// Top-level await asks for a module, and this file exports nothing.
export {};
