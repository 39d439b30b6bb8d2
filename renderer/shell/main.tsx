// Mounts the window.
import "../data/jitless.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeBrowserMemory } from "../parts/memory.ts";
import { journeys } from "./journeys.ts";
import { LiveWindow } from "./live-window.tsx";

const memory = makeBrowserMemory("quanheng.");

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <LiveWindow memory={memory} journeys={journeys} page={window} />
  </StrictMode>,
);
