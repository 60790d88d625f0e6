type PanelProps = {
  /** Names it, and says on a phone's sheet what it is about, where that does not begin with a head of its own. */
  title: string;
  hasOwnHead?: boolean;
  align?: "start" | "end";
  children: React.ReactNode;
};

export type MenuProps = PanelProps & { trigger: React.ReactElement<React.ComponentProps<"button">> };

export type Point = { x: number; y: number };

/** Where a menu is open: at a point, or beside what takes up room there. */
export type Opened = { at: Point & { width?: number; height?: number }; opener: HTMLElement | null };

export type MenuAtProps = PanelProps & {
  id?: string;
  at: Opened["at"] | null;
  opener: Opened["opener"];
  onClose: () => void;
};

export type ItemProps = {
  onSelect: () => void;
  look?: "plain" | "danger";
  /** The key that does the same, shown where there are keys. */
  hint?: string;
  /** For devices whose main pointer is of one kind alone. */
  pointer?: "finger" | "mouse";
  children: React.ReactNode;
};
