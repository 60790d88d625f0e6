type Look = "primary" | "plain" | "quiet" | "danger";

/** The classes of a button, for a link that looks like one too. They stand in a layer below the utilities: any of `extra` wins. */
export const buttonClass = (look: Look = "plain", extra = ""): string => `button button-${look} ${extra}`;

export function Button({ look, className, ...props }: React.ComponentProps<"button"> & { look?: Look }) {
  return <button type="button" {...props} className={buttonClass(look, className)} />;
}
