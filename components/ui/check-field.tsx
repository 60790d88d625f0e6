/** A box to tick; the whole line takes the click. */
export function CheckField({ label, ...input }: Omit<React.ComponentProps<"input">, "type"> & { label: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input {...input} type="checkbox" className="size-5 shrink-0 accent-accent" />
      {label}
    </label>
  );
}
