// Mounts the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeBrowserMemory } from "../parts/memory.ts";
import { App } from "./app.tsx";
import { type FrameSource, noSource } from "./frame-source.ts";
import { galleryJourney, gallerySource } from "./gallery-journey.ts";
import { journeys } from "./journeys.ts";

const isGallery = import.meta.env.MODE === "gallery";
const shown = import.meta.env.DEV || isGallery ? [...journeys, galleryJourney] : journeys;
const source: FrameSource = isGallery ? gallerySource : { ...noSource, now: Date.now() };
const useSource = (): FrameSource => source;

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App memory={makeBrowserMemory("quanheng.")} journeys={shown} useSource={useSource} />
  </StrictMode>,
);
