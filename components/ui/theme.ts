/** What somebody chose to look at; `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the choice: the server reads it, so a page is drawn right from its first byte and needs no script. */
export const THEME_COOKIE = "theme";

/** A cookie's value as a theme; anything else follows the device. */
export const themeOf = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? "system";

/** The colour of the browser's own bars, as the page's ground. */
export const GROUND = { light: "#f7f7f5", dark: "#131412" };
