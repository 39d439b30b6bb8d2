// English: People and posts.
import type { organisation as zh } from "../zh/organisation.ts";

export const organisation: typeof zh = {
  title: "People and posts",
};
