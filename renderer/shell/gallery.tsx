// The gallery of parts, for development alone (never built into the program), one page for each address under /gallery; long because it shows them all in one place.
import { Button, Input, Select } from "antd";
import { FileInput } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { Amount, UnitSwitch } from "../parts/amount.tsx";
import { CaseTimeline } from "../parts/case-timeline.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { DayField } from "../parts/day-field.tsx";
import { DropZone } from "../parts/drop-zone.tsx";
import { DutyGlyph } from "../parts/duty-glyph.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { EvidenceMark } from "../parts/evidence-mark.tsx";
import { FaultNote } from "../parts/fault-note.tsx";
import { useFrame } from "../parts/frame-state.ts";
import { HeatMap } from "../parts/heat-map.tsx";
import { MatrixGrid } from "../parts/matrix-grid.tsx";
import { MatrixLegend } from "../parts/matrix-legend.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { Facts, PanelSection, SidePanel } from "../parts/side-panel.tsx";
import { SparkBars } from "../parts/spark-bars.tsx";
import { StateMark, TenureMark } from "../parts/state-mark.tsx";
import { StepBar } from "../parts/step-bar.tsx";
import type { DataColumn, GroupChoice } from "../parts/table-column.ts";
import { TenureLegend } from "../parts/tenure-legend.tsx";
import { TenureTimeline } from "../parts/tenure-timeline.tsx";
import { TrendChart } from "../parts/trend-chart.tsx";
import { useToast } from "../parts/undo-toast.tsx";
import { useFormats, useWords } from "../parts/words.tsx";
import { useWork } from "../parts/work.tsx";
import {
  acts,
  type ConflictRow,
  conflicts,
  manyConflicts,
  matrixSteps,
  posts,
  tenureGroups,
  tenureLinks,
  today,
} from "./gallery-rows.ts";

const nothing = (): void => {};
const duties = [
  "initiate",
  "authorise",
  "execute",
  "custody",
  "record",
  "verify",
  "supervise",
  "advise",
  "external",
] as const;
const pages = ["conflicts", "many", "matrix", "rotation", "charts", "marks", "wizard", "empty"] as const;

function Tabs(): ReactNode {
  const [path] = useLocation();
  return (
    <nav
      className="q-tools"
      aria-label="gallery"
      style={{ borderTop: 0, borderBottom: "1px solid var(--c-line)" }}
    >
      {pages.map((page) => (
        <Link
          key={page}
          href={`/gallery/${page}`}
          className="q-chip"
          aria-current={path.endsWith(page) ? "page" : undefined}
        >
          {page}
        </Link>
      ))}
    </nav>
  );
}

function dueGroup(row: ConflictRow): { key: string; words: string; order: number; tone?: "red" } {
  if (row.due < today) return { key: "late", words: "已逾期", order: 0, tone: "red" };
  if (row.due <= "2026-03-08") return { key: "week", words: "本周到期", order: 1 };
  if (row.due <= "2026-03-31") return { key: "month", words: "本月到期", order: 2 };
  return { key: "later", words: "以后到期", order: 3 };
}

function Conflicts(props: { rows: readonly ConflictRow[] }): ReactNode {
  const { common } = useWords();
  const formats = useFormats();
  const frame = useFrame();
  const [open, setOpen] = useState<string | null>(props.rows.length < 100 ? "c1" : null);
  const [shown, setShown] = useState<string>("all");
  const toast = useToast();
  const money = (rows: readonly ConflictRow[]): number =>
    rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
  const columns: DataColumn<ConflictRow>[] = [
    {
      key: "severity",
      title: "级别",
      width: 40,
      isMark: true,
      value: (row) => ["high", "medium", "low"].indexOf(row.severity),
      text: (row) => common.severity[row.severity],
      filter: "choices",
      cell: (row) => <SeverityMark severity={row.severity} />,
    },
    {
      key: "rule",
      title: common.rule,
      width: 54,
      value: (row) => row.rule,
      cell: (row) => <span className="q-second">{row.rule}</span>,
    },
    { key: "words", title: "情形", width: 176, grows: true, value: (row) => row.words, filter: "text" },
    { key: "person", title: common.person, width: 70, value: (row) => row.person },
    {
      key: "amount",
      title: `${common.amount} ${common[frame.unit]}`,
      width: 84,
      align: "end",
      filter: "money",
      value: (row) => row.amount,
      text: (row) => formats.money(row.amount, frame.unit),
      cell: (row) => <Amount fen={row.amount} />,
      total: (rows) => formats.money(money(rows), frame.unit),
    },
    {
      key: "due",
      title: "期限",
      width: 104,
      filter: "day",
      value: (row) => row.due,
      cell: (row) => (
        <span className={row.due < today ? "q-red q-strong" : row.due < "2026-03-08" ? "q-strong" : ""}>
          {row.due}
        </span>
      ),
    },
    {
      key: "state",
      title: common.state,
      width: 94,
      value: (row) => row.state,
      text: (row) => common.states[row.state],
      cell: (row) => <StateMark state={row.state} />,
    },
  ];
  const groups: GroupChoice<ConflictRow>[] = [
    {
      key: "due",
      title: "期限",
      of: dueGroup,
      note: (rows) =>
        `${common.places(formats.count(rows.length))}${common.dot}${formats.moneyWithUnit(money(rows), frame.unit)}`,
    },
    { key: "rule", title: common.rule, of: (row) => ({ key: row.rule, words: row.rule }) },
    { key: "person", title: common.person, of: (row) => ({ key: row.person, words: row.person }) },
  ];
  const rows = shown === "all" ? props.rows : props.rows.filter((row) => row.state === shown);
  return (
    <>
      <PageHead
        finding={[
          { words: "41 处冲突", onClick: nothing },
          "待处置，涉及 ",
          { words: "1,286.40 万元", onClick: nothing },
          "：",
          { words: "23 处待核实", onClick: nothing },
          "，",
          { words: "11 处整改中", onClick: nothing },
          "，7 处已缓释或豁免。",
        ]}
        figures={[
          { name: "已逾期", figure: "1", note: "处", tone: "red", onClick: nothing },
          { name: "本周到期", figure: "3", note: "205.10 万元" },
          { name: "本月新增", figure: "6", note: "处" },
          { name: "本月核销", figure: "9", note: "处", tone: "green" },
        ]}
        why={{ words: "疑似不等于认定，须由具名人员核实" }}
      />
      <div className="q-split">
        <div className="q-list">
          <DataTable
            id={`gallery.${props.rows.length}`}
            label="冲突"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selected={open}
            onOpen={(row) => setOpen(row.id)}
            groups={groups}
            startGroup="due"
            foot={props.rows.length > 100}
            onExport={(extract) => toast.say({ words: `${extract.rows.length}` })}
            tools={(["all", "open", "rectifying"] as const).map((state) => (
              <button
                key={state}
                type="button"
                className="q-chip"
                aria-pressed={shown === state}
                onClick={() => setShown(state)}
              >
                {state === "all" ? common.all : common.states[state]}
                <span className="q-chip-count">
                  {formats.count(props.rows.filter((row) => state === "all" || row.state === state).length)}
                </span>
              </button>
            ))}
            toolsEnd={
              props.rows.length > 100 ? <UnitSwitch unit={frame.unit} onChange={frame.setUnit} /> : null
            }
          />
        </div>
        {open ? (
          <SidePanel
            id="gallery"
            label="冲突详情"
            title="李建平经办本件采购，又代周晓燕办理履约验收"
            tags={
              <>
                <StateMark state="open" tag />
                <SeverityMark severity="high" named />
                <span className="q-muted q-small">CF-2025-0419 · 首见 2025-12-02</span>
              </>
            }
            onClose={() => setOpen(null)}
            onPrevious={nothing}
            onNext={nothing}
            foot={
              <>
                <Button
                  type="primary"
                  size="large"
                  style={{ fontWeight: 600 }}
                  onClick={() => toast.say({ words: "已登记核实结果:CF-2025-0419", undo: nothing })}
                >
                  登记核实结果
                </Button>
                <Button>改派承办人</Button>
                <Button>打开业务件</Button>
              </>
            }
          >
            <Facts
              facts={[
                { name: common.case_, value: "CG-2025-0187 机关办公设备更新 · 48.60 万元" },
                { name: "供应商", value: "青岚恒信科技有限公司", half: true },
                { name: "承办", value: "赵文静 · 今日到期", half: true },
                {
                  name: "依据",
                  value: (
                    <>
                      政府采购法（2014 修正）第 61 条 <EvidenceMark mark="text" />{" "}
                      <span className="q-muted q-small">对采购单位为类推适用</span>
                    </>
                  ),
                },
              ]}
            />
            <PanelSection title="办理经过" note="11 步 · 2025-08-12 至 2025-12-15" end={common[frame.unit]}>
              <CaseTimeline
                label="办理经过"
                acts={acts}
                clashes={[{ acts: ["4", "9"], rule: "P-05", notes: ["同一人", "97 天"] }]}
              />
            </PanelSection>
            <div className="q-prose">
              <b>为什么列为疑似冲突?</b> 转授权按实际办理人计。周晓燕 2025-11-28 至 12-05
              转授权给李建平，验收记在周晓燕名下，实由李建平办理。
            </div>
          </SidePanel>
        ) : null}
      </div>
    </>
  );
}

function Matrix(): ReactNode {
  return (
    <>
      <PageHead
        finding={[
          "机关采购 14 个环节授权 35 项：",
          { words: "2 处一岗兼持不相容职责", onClick: nothing },
          "，",
          { words: "1 个环节无人持有", onClick: nothing },
          "，",
          { words: "3 项授权 30 日内终止", onClick: nothing },
          "。",
        ]}
        figures={[
          { name: "本事项授权", figure: "35", note: "项" },
          { name: "潜在冲突", figure: "2", note: "处", tone: "red" },
          { name: "缺口", figure: "1", note: "个环节" },
          { name: "30 日内终止", figure: "3", note: "项", tone: "amber" },
        ]}
        secondary={[{ words: "核对报告", onClick: nothing, icon: <FileInput size={15} strokeWidth={1.5} /> }]}
        primary={{ words: "送审调整单 2026-07（3 处改动）", onClick: nothing }}
        why={{ words: "潜在冲突：岗位上可能发生，不等于已经发生" }}
      />
      <div className="q-tools">
        {duties.slice(0, 8).map((duty) => (
          <DutyGlyph key={duty} duty={duty} named />
        ))}
        <span className="q-sep" />
        <MatrixLegend />
      </div>
      <MatrixGrid
        id="gallery-matrix"
        label="分权矩阵"
        posts={posts}
        matters={[
          {
            id: "m",
            name: "机关采购项目",
            note: "14 个环节 · 5,358 笔办理 · 表内额度自 2025-01-01 起",
            steps: matrixSteps,
          },
        ]}
        onOpen={nothing}
      />
    </>
  );
}

function Rotation(): ReactNode {
  return (
    <>
      <PageHead
        finding={[
          "37 个关键岗位中 ",
          { words: "2 个超期", onClick: nothing },
          "、",
          { words: "4 个临期", onClick: nothing },
          "；方案甲调整 ",
          { words: "7 岗 8 人", onClick: nothing },
          "，05-20 前全部到位，每天都有人在岗。",
        ]}
        figures={[
          { name: "超期", figure: "2", note: "岗，最长 55 天", tone: "red" },
          { name: "临期 ≤90 天", figure: "4", note: "岗", tone: "amber" },
          { name: "方案甲调动", figure: "8", note: "人，3 条链" },
          { name: "调后新增冲突", figure: "0", note: "按 163 条规则核对" },
        ]}
        secondary={[{ words: "比较方案", onClick: nothing }]}
        primary={{ words: "送审方案甲", onClick: nothing }}
        why={{ words: "05-20 后超期 0 岗", link: "为什么这样排？", onClick: nothing }}
      />
      <div className="q-tools">
        <span className="q-grow" />
        <TenureLegend />
      </div>
      <TenureTimeline
        id="gallery-tenures"
        label="关键岗位任期时间轴"
        groups={tenureGroups}
        from="2024-07-01"
        months={30}
        today={today}
        frozen={frozenMonths}
        links={tenureLinks}
        isChained
        zoom={30}
        start="2024-07-01"
        onOpen={nothing}
      />
    </>
  );
}

const frozenMonths = new Set(["2024-12-01", "2025-12-01", "2026-12-01"]);
const areas = ["财政资金分配", "国有资产监管", "政府投资", "政府采购", "公共资源交易", "公共工程建设"];
const kinds = ["分事", "分岗", "分级", "轮岗"];
function Charts(): ReactNode {
  return (
    <>
      <PageHead finding={["政府采购的分事冲突最多，近两季在减少。"]} />
      <div
        style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 24, padding: 16, overflow: "auto" }}
      >
        <HeatMap
          label="领域 × 种类"
          across={kinds}
          down={areas}
          values={[
            [4, 1, 3, 1],
            [1, 1, 0, 1],
            [0, 0, 2, 0],
            [6, 1, 4, 1],
            [0, 1, 0, 0],
            [3, 0, 2, 0],
          ]}
          onOpen={nothing}
        />
        <TrendChart
          label="每季新增"
          points={[12, 18, 24, 16, 22, 14, 21, 9].map((value, at) => ({
            name: `${2024 + Math.floor(at / 4)} Q${(at % 4) + 1}`,
            value,
          }))}
          height={220}
          onOpen={nothing}
        />
        <SparkBars label="近 8 季新增" values={[2, 8, 9, 4, 9, 3, 8, 4]} top={12} />
      </div>
    </>
  );
}

function Marks(): ReactNode {
  const [day, setDay] = useState<string | null>(today);
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const work = useWork();
  const run = (): void => {
    const handle = work.start({
      name: "正在核对新到办理记录",
      unit: "笔",
      total: 1846,
      cancel: () => handle.end(),
    });
    handle.report({ done: 1108, left: 4000 });
  };
  return (
    <div style={{ padding: 16, display: "grid", gap: 16, overflow: "auto" }}>
      <h1 style={{ margin: 0, fontSize: 16 }}>Marks</h1>
      <div className="q-row">
        {duties.map((duty) => (
          <DutyGlyph key={duty} duty={duty} named />
        ))}
      </div>
      <div className="q-row">
        {(["high", "medium", "low"] as const).map((severity) => (
          <SeverityMark key={severity} severity={severity} named />
        ))}
        {(
          [
            "open",
            "rectifying",
            "rectified",
            "closed",
            "dismissed",
            "mitigated",
            "exempted",
            "closed-by-facts",
          ] as const
        ).map((state) => (
          <StateMark key={state} state={state} tag />
        ))}
      </div>
      <div className="q-row">
        {(["normal", "warning", "near", "due", "overdue", "exempt"] as const).map((state) => (
          <TenureMark key={state} state={state} />
        ))}
        {(["text", "secondary", "recalled", "practice", "unit"] as const).map((mark) => (
          <EvidenceMark key={mark} mark={mark} />
        ))}
      </div>
      <FaultNote
        what="第 14 行：办理人『李 芳』不在人员名册中。"
        where="采购台账.xlsx · 采购台账 · 办理人"
        todo="请先补录，或在本行改为工号。"
        action={{ words: "补录人员", onClick: nothing }}
      />
      <div className="q-row">
        <Button type="primary">主要</Button>
        <Button>次要</Button>
        <Button disabled>不可用</Button>
        <Button onClick={() => toast.say({ words: "已终止授权：履约验收 · 采购经办岗", undo: nothing })}>
          Toast
        </Button>
        <Button onClick={run}>Work</Button>
        <Button onClick={() => setAsking(true)}>Confirm</Button>
        <Input placeholder="意见" aria-label="意见" style={{ width: 160 }} />
        <Select
          aria-label="岗位"
          style={{ width: 160 }}
          placeholder="岗位"
          options={posts.map((post) => ({ value: post.id, label: post.name }))}
        />
        <div style={{ width: 160 }}>
          <DayField label="办理日" value={day} onChange={setDay} />
        </div>
      </div>
      <Confirm
        open={asking}
        title="用备份替换当前工作簿？"
        verb="替换"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        当前工作簿会先另存一份备份，替换后不能撤销。
      </Confirm>
    </div>
  );
}

function Wizard(): ReactNode {
  return (
    <>
      <StepBar
        label="导入"
        now="check"
        onBack={nothing}
        steps={[
          { key: "file", words: "选文件", note: "采购台账2025.xlsx" },
          { key: "columns", words: "对列", note: "10 列已对上" },
          { key: "check", words: "核对", note: "5 行待补正" },
          { key: "import", words: "导入" },
        ]}
      />
      <PageHead
        finding={[
          "1,248 行中 ",
          { words: "1,219 行可直接导入", onClick: nothing },
          "；",
          { words: "5 行需补正", onClick: nothing },
          "，不影响其余各行。",
        ]}
        primary={{ words: "导入 1,231 行", onClick: nothing }}
        secondary={[{ words: "返回对列", onClick: nothing }]}
        why={{ words: "整批导入记为一次改动，可一步撤销" }}
      />
      <DataTable
        id="gallery.wizard"
        label="预检"
        columns={[
          {
            key: "no",
            title: "行",
            width: 56,
            align: "end",
            value: (row: ConflictRow) => Number(row.id.slice(1)) + 11,
          },
          { key: "words", title: "事项", width: 200, grows: true, value: (row: ConflictRow) => row.words },
          { key: "person", title: "办理人", width: 120, value: (row: ConflictRow) => row.person },
          { key: "due", title: "办理日", width: 120, value: (row: ConflictRow) => row.due },
        ]}
        rows={conflicts}
        rowKey={(row) => row.id}
        tone={(row) => (row.id === "c3" ? "amber" : row.id === "c6" ? "dim" : null)}
        below={(row) =>
          row.id === "c3" ? (
            <span className="q-row">
              <b className="q-strong">第 14 行：办理人『李 芳』不在人员名册中。</b>
              请先补录，或在本行改为工号。
              <Button>改为 李芳（0213）</Button>
            </span>
          ) : null
        }
      />
    </>
  );
}

function Empty(): ReactNode {
  return (
    <EmptyState
      isPage
      icon={<FileInput size={36} strokeWidth={1.25} />}
      title="这里放办理记录"
      why="有了办理记录，才能看出谁在同一件业务上既办又核。可以直接导入 OA 导出的台账。"
      primary={{ words: "导入文件", onClick: nothing }}
      secondary={{ words: "在样例单位中看看", onClick: nothing }}
    />
  );
}

export default function Gallery(): ReactNode {
  const [path] = useLocation();
  const page = pages.find((one) => path.endsWith(one)) ?? "conflicts";
  return (
    <div className="q-page">
      {page === "conflicts" || page === "matrix" || page === "rotation" ? null : <Tabs />}
      {page === "conflicts" ? <Conflicts rows={conflicts} /> : null}
      {page === "many" ? <Conflicts rows={manyConflicts} /> : null}
      {page === "matrix" ? <Matrix /> : null}
      {page === "rotation" ? <Rotation /> : null}
      {page === "charts" ? <Charts /> : null}
      {page === "marks" ? <Marks /> : null}
      {page === "wizard" ? <Wizard /> : null}
      {page === "empty" ? <Empty /> : null}
      <DropZone onFiles={nothing} />
    </div>
  );
}
