import { Drawn } from "./drawn";

type Props = {
  /** The paths of its picture, in a square of 24: drawn by hand, since no page should carry a set of icons for this one. */
  picture: React.ReactNode;
  tone: string;
  title: string;
  text: string;
  children: React.ReactNode;
};

/** A page that has nothing else to show: why, and what to do. It is part of every other page, and small. */
export const PageNotice = ({ picture, tone, title, text, children }: Props) => (
  <div className="grid justify-items-center px-4 py-20 text-center">
    <span className={`grid size-20 place-items-center rounded-3xl ${tone}`}>
      <Drawn className="size-9" strokeWidth={1.5}>
        {picture}
      </Drawn>
    </span>
    <h1 className="mt-5 font-semibold text-2xl tracking-tight">{title}</h1>
    <p className="mt-1.5 max-w-sm text-balance text-muted">{text}</p>
    {children}
  </div>
);
