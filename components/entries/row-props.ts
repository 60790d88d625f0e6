import type { Entry } from "@/lib/entries/schema";
import type { NameFault } from "./rename-field";
import type { View } from "./view";

/** What a row of a list is given, and its cells. */
export type RowProps = {
  entry: Entry;
  index: number;
  view: View;
  isSelected: boolean;
  isActive: boolean;
  isCut: boolean;
  isRenaming: boolean;
  /** On its way: the folder that was opened, where the network is slow. */
  isOpening: boolean;
  style?: React.CSSProperties;
  onRename: (name: string | null) => Promise<NameFault | null>;
  onMenu: (button: HTMLElement) => void;
};
