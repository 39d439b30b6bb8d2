// A row of 权责清单 → what somebody wrote there beside the matrix; what the matrix itself says is not written down twice.
import { responsibilityTexts } from "../../domain/sheets.ts";
import { type Cell, textCell } from "../cell.ts";
import type { Header } from "../header-match.ts";
import { saidByMatrix } from "./duties-said.ts";
import { type LedgerGround, pairKey } from "./ledger-ground.ts";
import { namedIn } from "./ledger-names.ts";
import type { LedgerRow } from "./ledger-row.ts";

const textsIn = (has: (key: string) => boolean) => responsibilityTexts.filter(([key]) => has(key));

export const listWords = ({ byKey }: Header): string[] => [
  "事项编码",
  "岗位编码",
  ...textsIn((key) => byKey.has(key)).map(([, zh]) => zh),
];

export function listRow(row: LedgerRow, ground: LedgerGround): Cell[] | null {
  const words = (key: string): string => row.cell(key).text.trim();
  const post = namedIn(ground.posts, words("post"));
  const matter = namedIn(ground.matters, words("matter"));
  tellOfOffice(row, ground, post?.departmentId ?? null);
  const written = post && matter ? ground.responsibilities.get(pairKey(matter.id, post.id)) : undefined;
  const said = post && matter ? saidByMatrix(ground, matter.id, post.id) : null;
  const texts = textsIn(row.has).map(([key]) => {
    const cell = words(key);
    return cell === said?.[key] && written?.[key] !== cell ? "" : cell;
  });
  if (post && matter && !written && texts.every((text) => text === "")) return null;
  return [matter?.code ?? words("matter"), post?.code ?? words("post"), ...texts].map(textCell);
}

/** Unit and department follow from the post: where the file says otherwise, it is said and not read. */
function tellOfOffice(row: LedgerRow, ground: LedgerGround, departmentId: string | null): void {
  const differs = (key: string, known: string | undefined): string | null => {
    const words = row.cell(key).text.trim();
    return words === "" || known === undefined || words === known ? null : words;
  };
  const unit = differs("unit", ground.unitName);
  if (unit !== null)
    row.tell({
      zh: `单位“${unit}”不是本工作簿的单位“${ground.unitName}”，该格未读取。`,
      en: `the unit "${unit}" is not this workbook's ("${ground.unitName}"): that cell was not read.`,
    });
  const known = ground.departments.find(({ id }) => id === departmentId)?.name;
  const department = differs("department", known);
  if (department !== null)
    row.tell({
      zh: `内设机构“${department}”与岗位所属的“${known}”不同，该格未读取；请在“组织”中修改。`,
      en: `the department "${department}" is not that of the post ("${known}"): that cell was not read; change it under People and posts.`,
    });
}
