// English: a number with its noun.

/** "1 day", "2 days"; `many` where an s is not enough. */
export const plural = (n: string, one: string, many = `${one}s`): string => `${n} ${n === "1" ? one : many}`;
