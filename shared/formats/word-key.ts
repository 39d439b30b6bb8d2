// How words of headers, choices and flags are compared: width, case, blanks and marks do not count.

/** NFKC, lower case, without blanks, asterisks and closing colons: "* 工 号：" and "工号" are the same word. */
export const wordKey = (words: string): string =>
  words.normalize("NFKC").toLowerCase().replace(/[\s*​﻿]/g, "").replace(/:+$/, "");

/** The same without a bracket at its end: "金额(万元)" → "金额". */
export const bareKey = (words: string): string => wordKey(words).replace(/[([【〔][^)\]】〕]*[)\]】〕]$/, "");
