type Props = Omit<React.ComponentProps<"form">, "onSubmit"> & {
  onSend: (given: FormData, form: HTMLFormElement) => void;
};

/** A form that the page itself sends. */
export const Form = ({ onSend, ...form }: Props) => (
  <form
    {...form}
    onSubmit={(event) => {
      event.preventDefault();
      onSend(new FormData(event.currentTarget), event.currentTarget);
    }}
  />
);
