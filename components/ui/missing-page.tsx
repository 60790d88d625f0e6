import { buttonClass } from "./button";
import { PageNotice } from "./page-notice";

type Props = { title: string; text: string; href: string; label: string };

/** A page that is not there, and where to go from it. */
export const MissingPage = ({ title, text, href, label }: Props) => (
  <PageNotice
    picture={
      <>
        <circle cx="11" cy="11" r="8" />
        <path d="m21 21-4.3-4.3M8.5 8.5l5 5M13.5 8.5l-5 5" />
      </>
    }
    tone="bg-accent-soft text-accent"
    title={title}
    text={text}
  >
    <a href={href} className={buttonClass("primary", "mt-6")}>
      {label}
    </a>
  </PageNotice>
);
