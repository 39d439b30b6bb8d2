// The application menu: hidden until Alt, there for its keys (copy, paste, zoom, full screen).
import { app, Menu, type MenuItemConstructorOptions } from "electron";

/** Roles bring their own behaviour; the labels follow the system's language. */
export function setMenu(): void {
  const isChinese = app.getLocale().startsWith("zh");
  const item = (role: NonNullable<MenuItemConstructorOptions["role"]>, zh: string, en: string) => ({
    role,
    label: isChinese ? zh : en,
  });
  const edit: MenuItemConstructorOptions = {
    label: isChinese ? "编辑" : "Edit",
    submenu: [
      item("cut", "剪切", "Cut"),
      item("copy", "复制", "Copy"),
      item("paste", "粘贴", "Paste"),
      item("selectAll", "全选", "Select all"),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: isChinese ? "视图" : "View",
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
