// The remark column of 分级授权表 carries what the form has no column for: whether it may be lent on, and a number of the unit's own.

export interface Remark {
  /** null: not said. */
  isSubDelegable: boolean | null;
  code: string | null;
  /** What a person wrote. */
  rest: string;
}
const may = "可转授权";
const mayNot = "不可转授权";
const numbered = /^授权编号[：:]\s*(\S.*)$/s;
const setOff = "备注：";

/** Statements come first, each before "；"; what follows, or stands behind "备注：", is kept as it is. */
export function readRemark(words: string): Remark {
  const found: Remark = { isSubDelegable: null, code: null, rest: words };
  for (;;) {
    if (found.rest.startsWith(setOff)) return { ...found, rest: found.rest.slice(setOff.length) };
    const [head = "", ...tail] = found.rest.split("；");
    const said = head.trim();
    const number = numbered.exec(said)?.[1]?.trim();
    if (found.isSubDelegable === null && (said === may || said === mayNot))
      found.isSubDelegable = said === may;
    else if (found.code === null && number) found.code = number;
    else return found;
    found.rest = tail.join("；");
  }
}

/** Read back it gives the same three; `code` null: the number can be derived. */
export function writeRemark(isSubDelegable: boolean, code: string | null, rest: string): string {
  const stated = [isSubDelegable ? may : "", code === null ? "" : `授权编号：${code}`];
  const join = (last: string): string => [...stated, last].filter((part) => part !== "").join("；");
  const read = readRemark(join(rest));
  const isSame =
    (read.isSubDelegable ?? false) === isSubDelegable && read.code === code && read.rest === rest;
  return join(isSame ? rest : `${setOff}${rest}`);
}
