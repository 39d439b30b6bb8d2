// Registers the gallery of parts and the invented unit it shows; development builds only.
import { Shapes } from "lucide-react";
import { type FrameSource, noSource } from "./frame-source.ts";
import type { Journey } from "./journeys.ts";

export const galleryJourney: Journey = {
  key: "gallery",
  path: "/gallery",
  icon: Shapes,
  load: () => import("./gallery.tsx"),
  needsNoWorkbook: true,
};

export const gallerySource: FrameSource = {
  ...noSource,
  now: Date.parse("2026-03-05T01:42:00Z"),
  workbook: { name: "青岚市财政局", state: "saved", zone: "Asia/Shanghai" },
  counts: { gallery: { n: 41, alarming: true } },
  status: { left: "规则包 2026.1 · 已用 163 条，4 条无法适用", right: "全部核对完毕 09:42 · 用时 6 秒" },
  find: () => [],
};
