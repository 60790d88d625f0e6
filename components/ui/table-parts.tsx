type Props = React.ComponentProps<"div">;

/* biome-ignore-start lint/a11y/useSemanticElements: rows of a real table can't be placed one by one, as a list without end does */
/* biome-ignore-start lint/a11y/useFocusableInteractive: what is inside of them takes the focus */
export const Table = (props: Props) => <div role="table" {...props} />;

export const RowGroup = (props: Props) => <div role="rowgroup" {...props} />;

export const Row = (props: Props) => <div role="row" {...props} />;

export const ColumnHeader = (props: Props) => <div role="columnheader" {...props} />;

/** The cell that names its row. */
export const RowHeader = (props: Props) => <div role="rowheader" {...props} />;

export const Cell = (props: Props) => <div role="cell" {...props} />;
/* biome-ignore-end lint/a11y/useSemanticElements: see above */
/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */
