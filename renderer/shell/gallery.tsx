// The gallery of parts with realistic data: what the design lead looks at before anybody else does.
import type { ReactNode } from "react";
import { PageHead } from "../parts/page-head.tsx";

export default function Gallery(): ReactNode {
  return (
    <div className="q-page">
      <PageHead
        finding={[
          { words: "41 处冲突", onClick: () => {} },
          "待处置，涉及 ",
          { words: "1,286.40 万元", onClick: () => {} },
          "。",
        ]}
        figures={[
          { name: "已逾期", figure: "1", note: "处", tone: "red" },
          { name: "本周到期", figure: "3", note: "205.10 万元" },
        ]}
        primary={{ words: "处理到期的 4 处", onClick: () => {} }}
        why={{ words: "疑似不等于认定，须由具名人员核实", link: "为什么？" }}
      />
    </div>
  );
}
