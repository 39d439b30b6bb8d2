// The number of an authority whose file gives it none.

/** Derived from matter, step, holder, first day and lower bound, so the same file twice gives the same number. */
export const derivedAuthorityCode = (parts: {
  matter: string;
  step: string;
  holder: string;
  over: number | null;
  from: string;
}): string => `${parts.matter}/${parts.step}@${parts.holder}>${parts.over ?? 0}/${parts.from}`;
