import { keepChoice } from "./keep-choice";
import { GROUND, THEME_COOKIE, type Theme } from "./theme";

/** Shows the theme at once and keeps it where the server reads it. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    bar.content = GROUND[theme === "system" ? (bar.media.includes("dark") ? "dark" : "light") : theme];
  }
  keepChoice(THEME_COOKIE, theme);
}
