// One line to the person who typed the command, always on stderr so that stdout stays for results.

/** Prints `line` behind the product's mark. */
export function say(line: string): void {
  process.stderr.write(`权衡 · ${line}\n`);
}
