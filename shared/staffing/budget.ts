// Work is counted, never timed: the same problem and budget give the same answer everywhere.

/** What is left to spend; every question takes from it, and what is not proved by its end says so. A million units are some tens of milliseconds. */
export interface Budget {
  left: number;
}

/** Lets one of several questions spend at most this share (0 to 1) of what is left. */
export function share<T>(budget: Budget, part: number, ask: (own: Budget) => T): T {
  const given = Math.max(0, Math.floor(budget.left * part));
  const own: Budget = { left: given };
  const answer = ask(own);
  budget.left -= given - own.left;
  return answer;
}
