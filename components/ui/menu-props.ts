export type MenuProps = {
  trigger: React.ReactElement<React.ComponentProps<"button">>;
  /** Says on a phone's sheet what it is about. */
  title?: string;
  align?: "start" | "end";
  children: React.ReactNode;
};

export type Point = { x: number; y: number };

export type MenuAtProps = {
  at: Point | null;
  title: string;
  opener: HTMLElement | null;
  onClose: () => void;
  children: React.ReactNode;
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
