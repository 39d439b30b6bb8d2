// The menus: the application's, hidden until Alt, there for its keys (copy, paste, zoom, full screen); and the one of a right click on text.
import {
  app,
  type BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
} from "electron";

type Role = NonNullable<MenuItemConstructorOptions["role"]>;

/** Roles bring their own behaviour; the labels follow the system's language. */
const isChinese = (): boolean => app.getLocale().startsWith("zh");
const item = (role: Role, zh: string, en: string): MenuItemConstructorOptions => ({
  role,
  label: isChinese() ? zh : en,
});

export function setMenu(): void {
  const edit: MenuItemConstructorOptions = {
    label: isChinese() ? "编辑" : "Edit",
    submenu: editItems(),
  };
  const view: MenuItemConstructorOptions = {
    label: isChinese() ? "视图" : "View",
    submenu: [
      item("zoomIn", "放大", "Zoom in"),
      item("zoomOut", "缩小", "Zoom out"),
      item("resetZoom", "原始大小", "Actual size"),
      item("togglefullscreen", "全屏", "Full screen"),
    ],
  };
  const own: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, edit, view]));
}

/** In a field all of it, as far as it can be done there; over chosen text copy alone; elsewhere nothing, and the page may show its own. */
export function popEditMenu(window: BrowserWindow, what: ContextMenuParams): void {
  const { isEditable, selectionText, editFlags } = what;
  if (isEditable) {
    const can = [editFlags.canCut, editFlags.canCopy, editFlags.canPaste, editFlags.canSelectAll];
    const items = editItems().map((one, index) => ({ ...one, enabled: can[index] === true }));
    Menu.buildFromTemplate(items).popup({ window });
  } else if (selectionText.trim() !== "") {
    Menu.buildFromTemplate([item("copy", "复制", "Copy")]).popup({ window });
  }
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    item("cut", "剪切", "Cut"),
    item("copy", "复制", "Copy"),
    item("paste", "粘贴", "Paste"),
    item("selectAll", "全选", "Select all"),
  ];
}
