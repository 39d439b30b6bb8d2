// Mounts the window.
import "../data/jitless.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeBrowserMemory } from "../parts/memory.ts";
import { App } from "./app.tsx";
import type { FrameSource } from "./frame-source.ts";
import { galleryJourney, gallerySource } from "./gallery-journey.ts";
import { journeys } from "./journeys.ts";
import { LiveWindow } from "./live-window.tsx";

const isGallery = import.meta.env.MODE === "gallery";
const shown = import.meta.env.DEV || isGallery ? [...journeys, galleryJourney] : journeys;
const memory = makeBrowserMemory("quanheng.");
const useGallerySource = (): FrameSource => gallerySource;

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {isGallery ? (
      <App memory={memory} journeys={shown} useSource={useGallerySource} />
    ) : (
      <LiveWindow memory={memory} journeys={shown} page={window} />
    )}
  </StrictMode>,
);
