// Applies one shade and one language to the document and to Ant Design.
import { ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Language } from "../../shared/words/language.ts";
import { antdTheme, type Shade } from "./antd-theme.ts";
import "./tokens.css";
import "./base.css";
import "./print.css";

const calmQuery = "(prefers-reduced-motion: reduce)";

function useCalm(): boolean {
  const [calm, setCalm] = useState(() => matchMedia(calmQuery).matches);
  useEffect(() => {
    const query = matchMedia(calmQuery);
    const follow = (): void => setCalm(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return calm;
}

export function ThemeProvider(props: { shade: Shade; language: Language; children: ReactNode }): ReactNode {
  const calm = useCalm();
  const config = useMemo(() => antdTheme(props.shade, calm), [props.shade, calm]);
  useEffect(() => {
    document.documentElement.dataset.theme = props.shade;
    document.documentElement.lang = props.language === "zh" ? "zh-CN" : "en";
  }, [props.shade, props.language]);
  return (
    <ConfigProvider
      theme={config}
      locale={props.language === "zh" ? zh : en}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {props.children}
    </ConfigProvider>
  );
}
