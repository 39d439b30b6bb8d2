// TEMP
export const makePlan = (..._: unknown[]): never => {
  throw new Error("not yet");
};
