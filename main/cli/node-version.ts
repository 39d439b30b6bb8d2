// Says whether this Node can hold the database driver (Node-API 10, since 22.14), before anything loads it.

const least = [22, 14] as const;

/** `version` as in `process.versions.node`. */
export function canHoldDriver(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}
