// Change sets: the list, one set, branches side by side; each under an address of its own.
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { Compare } from "./compare.tsx";
import { ChangeList } from "./list.tsx";
import { SetPage } from "./set-page.tsx";
import "./changes.css";

export default function Changes(): ReactNode {
  const [path] = useLocation();
  const id = path.split("/")[3] ?? "";
  if (id === "") return <ChangeList />;
  return id === "compare" ? <Compare /> : <SetPage key={id} id={decodeURIComponent(id)} />;
}
