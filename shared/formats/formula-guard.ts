// Keeps spreadsheet programs from running text of a csv file as a formula, and takes the guard off again.

// Programs in Chinese also start a formula at the full-width signs.
const starters = "=+\\-@\\t\\r＝＋－＠";
const starts = new RegExp(`^[${starters}]`);
const guarded = new RegExp(`^'(?=[${starters}])`);

export const guardFormula = (text: string): string => (starts.test(text) ? `'${text}` : text);
/** Undoes `guardFormula`; any other text stays as it is. */
export const unguardFormula = (text: string): string => text.replace(guarded, "");
