// Maps the design tokens to Ant Design, in light and dark; values repeat tokens.css because antd computes with them.
import { type MappingAlgorithm, type ThemeConfig, theme } from "antd";
import type { MapToken } from "antd/es/theme/interface";

export type Shade = "light" | "dark";

interface Palette {
  accent: string;
  accentHover: string;
  onAccent: string;
  red: string;
  amber: string;
  green: string;
  ground: string;
  surface: string;
  raised: string;
  head: string;
  hover: string;
  selected: string;
  line: string;
  lineStrong: string;
  control: string;
  ink: string;
  ink2: string;
  ink3: string;
}

export const palettes: Record<Shade, Palette> = {
  light: {
    accent: "#0E5C63",
    accentHover: "#0A4B51",
    onAccent: "#FFFFFF",
    red: "#B3261E",
    amber: "#835300",
    green: "#246B3C",
    ground: "#F3F5F5",
    surface: "#FFFFFF",
    raised: "#FFFFFF",
    head: "#F6F8F8",
    hover: "#EFF3F3",
    selected: "#E3EFF0",
    line: "#E3E7E8",
    lineStrong: "#C9D0D2",
    control: "#8A9699",
    ink: "#182225",
    ink2: "#465357",
    ink3: "#5F6C70",
  },
  dark: {
    accent: "#68BCC1",
    accentHover: "#82CBCF",
    onAccent: "#08272A",
    red: "#F2958B",
    amber: "#E5B75C",
    green: "#8CCB9A",
    ground: "#121719",
    surface: "#181E20",
    raised: "#232B2E",
    head: "#1D2426",
    hover: "#20282A",
    selected: "#1D3437",
    line: "#2A3235",
    lineStrong: "#3D484C",
    control: "#6B787C",
    ink: "#E6EBEC",
    ink2: "#B4BFC2",
    ink3: "#93A0A4",
  },
};

/** The algorithms dull their seeds, above all in the dark: set the checked colours again after them. */
const exactColours =
  (c: Palette): MappingAlgorithm =>
  (_seed, map) => ({
    ...(map as MapToken),
    colorPrimary: c.accent,
    colorPrimaryHover: c.accentHover,
    colorPrimaryActive: c.accentHover,
    colorPrimaryText: c.accent,
    colorLink: c.accent,
    colorError: c.red,
    colorErrorText: c.red,
    colorWarning: c.amber,
    colorWarningText: c.amber,
    colorSuccess: c.green,
    colorSuccessText: c.green,
    colorInfo: c.accent,
  });

/** The Ant Design theme of one shade; give it to ConfigProvider. `calm` stops every motion. */
export function antdTheme(shade: Shade, calm: boolean): ThemeConfig {
  const c = palettes[shade];
  // A field in doubt is amber already: with the keys it is drawn twice as thick.
  const warningActiveShadow = `0 0 0 1px ${c.amber}`;
  return {
    algorithm: [shade === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm, exactColours(c)],
    token: {
      colorPrimary: c.accent,
      colorPrimaryHover: c.accentHover,
      colorPrimaryActive: c.accentHover,
      colorLink: c.accent,
      colorLinkHover: c.accentHover,
      colorInfo: c.accent,
      colorError: c.red,
      colorWarning: c.amber,
      colorSuccess: c.green,
      colorBgBase: c.surface,
      colorBgLayout: c.ground,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBorder: c.lineStrong,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      colorTextBase: c.ink,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextQuaternary: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextDescription: c.ink3,
      colorTextLightSolid: c.onAccent,
      controlItemBgHover: c.hover,
      controlItemBgActive: c.selected,
      controlItemBgActiveHover: c.selected,
      fontFamily: "var(--font)",
      fontSize: 14,
      fontSizeSM: 12,
      lineHeight: 1.4286,
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 6,
      controlHeight: 28,
      controlHeightLG: 32,
      controlHeightSM: 24,
      controlOutlineWidth: 0,
      motion: !calm,
      motionDurationFast: "0.08s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.15s",
      wireframe: false,
    },
    components: {
      Button: {
        fontWeight: 400,
        paddingInline: 10,
        paddingInlineLG: 14,
        contentFontSize: 13,
        contentFontSizeLG: 14,
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        primaryColor: c.onAccent,
        defaultHoverBg: c.hover,
        defaultHoverBorderColor: c.lineStrong,
        defaultHoverColor: c.ink,
        defaultActiveBg: c.hover,
        defaultActiveBorderColor: c.control,
        defaultActiveColor: c.ink,
      },
      Input: { colorBorder: c.control, activeShadow: "none", warningActiveShadow },
      InputNumber: { colorBorder: c.control, activeShadow: "none", warningActiveShadow },
      Select: { colorBorder: c.control, optionSelectedBg: c.selected, optionSelectedColor: c.accent },
      DatePicker: { colorBorder: c.control, activeShadow: "none", warningActiveShadow },
      Checkbox: { colorBorder: c.control },
      Radio: { colorBorder: c.control },
      Form: { itemMarginBottom: 12, labelColor: c.ink2 },
      Modal: { titleFontSize: 16 },
      Tooltip: {
        colorBgSpotlight: shade === "dark" ? c.raised : c.ink,
        colorTextLightSolid: shade === "dark" ? c.ink : "#FFFFFF",
      },
      Tabs: { horizontalItemPadding: "8px 0", horizontalMargin: "0" },
      Table: {
        headerBg: c.head,
        rowHoverBg: c.hover,
        rowSelectedBg: c.selected,
        rowSelectedHoverBg: c.selected,
        cellPaddingInlineSM: 8,
        cellPaddingBlockSM: 5.5,
      },
    },
  };
}
