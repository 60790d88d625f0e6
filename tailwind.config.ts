import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;

const config: Config = {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  theme: {
    extend: {
      colors: {
        ground: token("ground"),
        surface: token("surface"),
        raised: token("raised"),
        ink: token("ink"),
        muted: token("muted"),
        line: token("line"),
        accent: { DEFAULT: token("accent"), ink: token("accent-ink"), soft: token("accent-soft") },
        danger: token("danger"),
      },
      fontFamily: {
        sans: ["var(--font-sans)", "Inter Variable", "Noto Sans Arabic Variable", "system-ui", "sans-serif"],
      },
      boxShadow: { float: "0 12px 40px -12px rgb(15 23 42 / 0.28), 0 2px 8px rgb(15 23 42 / 0.08)" },
    },
  },
};

export default config;
