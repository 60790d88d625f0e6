/** Where a shared file's bytes come from for whoever looks at it. */
export const sharedPreview = (shareId: string, fileId: string): string => `/s/${shareId}/preview?file=${fileId}`;

/** Where one has a shared file from; each time counts. */
export const sharedDownload = (shareId: string, fileId: string): string => `/s/${shareId}/download?file=${fileId}`;
