type Props = { title: React.ReactNode; children?: React.ReactNode };

/** The line that a page of the drive begins with, where and as large as a folder's path: what it is, and what goes with all of it. */
export const PageHead = ({ title, children }: Props) => (
  <div className="mb-2 flex min-h-12.5 items-center justify-between gap-2 sm:mb-3 sm:min-h-10.5">
    <h1 className="min-w-0 truncate font-semibold text-lg leading-6">{title}</h1>
    {children}
  </div>
);
