type Props = Omit<React.ComponentProps<"form">, "onSubmit"> & {
  onSend: (given: FormData, form: HTMLFormElement) => void;
};

/** A form that the page itself sends. Sent before the page is alive, it must not write what was typed into its address. */
export const Form = ({ onSend, ...form }: Props) => (
  <form
    method="post"
    {...form}
    onSubmit={(event) => {
      event.preventDefault();
      onSend(new FormData(event.currentTarget), event.currentTarget);
    }}
  />
);
