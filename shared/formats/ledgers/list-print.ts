// Posts and the matters they have a part in → 权责清单, in the columns of the form.
import { contains } from "../../domain/day.ts";
import { responsibilityTexts } from "../../domain/sheets.ts";
import { type Grid, type GridValue, gridText } from "../grid.ts";
import { saidByMatrix } from "./duties-said.ts";
import { ledgerGrid } from "./ledger-grid.ts";
import { type LedgerGround, pairKey } from "./ledger-ground.ts";
import { nameIn } from "./ledger-names.ts";

export function listGrid(ground: LedgerGround): Grid {
  const posts = new Map(ground.posts.map((row) => [row.id, row]));
  const matters = new Map(ground.matters.map((row) => [row.id, row]));
  const departments = new Map(ground.departments.map((row) => [row.id, row]));
  const matterOf = new Map(ground.steps.map((row) => [row.id, row.matterId]));
  const pairs = new Set(ground.responsibilities.keys());
  for (const row of ground.authorities) {
    const matterId = matterOf.get(row.stepId);
    if (row.postId !== null && matterId !== undefined && contains(row, ground.day))
      pairs.add(pairKey(matterId, row.postId));
  }
  const listed = [...pairs]
    .flatMap((pair) => {
      const [matterId = "", postId = ""] = pair.split("\n");
      const [matter, post] = [matters.get(matterId), posts.get(postId)];
      const department = post && departments.get(post.departmentId);
      return matter && post ? [{ pair, matter, post, department }] : [];
    })
    .toSorted((a, b) => {
      const [one, other] = [a, b].map((it) =>
        [it.department?.code ?? "", it.post.code, it.matter.code].join("\n"),
      );
      return (one ?? "") < (other ?? "") ? -1 : 1;
    });
  const rows = listed.map(({ pair, matter, post, department }, index): GridValue[] => {
    const written = ground.responsibilities.get(pair);
    const said = saidByMatrix(ground, matter.id, post.id);
    return [
      { integer: index + 1 },
      gridText(ground.unitName),
      gridText(department?.name ?? ""),
      gridText(nameIn(ground.posts, post)),
      gridText(nameIn(ground.matters, matter)),
      ...responsibilityTexts.map(([key]) => gridText(written?.[key] ?? said[key])),
    ];
  });
  return ledgerGrid({
    name: "权责清单",
    title: `${ground.unitName}权责清单`,
    unitName: ground.unitName,
    day: ground.day,
    money: null,
    heads: [
      { words: "序号", align: "right" },
      ...["单位", "内设机构", "岗位", "权责事项（职权名称）", ...responsibilityTexts.map(([, zh]) => zh)].map(
        (words) => ({ words }),
      ),
    ],
    rows,
  });
}
