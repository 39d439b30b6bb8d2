// The two languages of the window.

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
