/** What a link lets its visitor do with the files that it gives. */
export type Terms = { shareId: string; allowDownload: boolean; isCounted: boolean };

/** The terms alone of something that has more: a browser is given no more than it draws. */
export const termsOf = ({ shareId, allowDownload, isCounted }: Terms): Terms => ({ shareId, allowDownload, isCounted });
