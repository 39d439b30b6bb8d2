// The window on real data: the link to the service around the frame that it feeds.
import { type ReactNode, useMemo } from "react";
import { openLink } from "../data/link.ts";
import { DataProvider } from "../data/provider.tsx";
import { shellOf } from "../data/window-shell.ts";
import type { Memory } from "../parts/memory.ts";
import { App } from "./app.tsx";
import { Gate } from "./gate.tsx";
import type { Journey } from "./journeys.ts";
import { useLiveSource } from "./live-source.ts";

export function LiveWindow(props: { memory: Memory; journeys: readonly Journey[]; page: Window }): ReactNode {
  const { shell, link } = useMemo(() => {
    const shell = shellOf(props.page);
    return { shell, link: openLink(shell, props.page) };
  }, [props.page]);
  return (
    <DataProvider link={link} shell={shell}>
      <App memory={props.memory} journeys={props.journeys} useSource={useLiveSource} gate={Gate} />
    </DataProvider>
  );
}
