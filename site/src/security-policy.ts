interface Exceptions {
  /** Origins whose pages this page may show inside itself. */
  frames?: string[] | undefined;
  /** Origins whose pages may show this page inside themselves. */
  ancestors?: string[] | undefined;
}

/** Files of our own alone; no script and no style may be written into a page. */
export const contentPolicy = ({ frames = [], ancestors = [] }: Exceptions = {}): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    "script-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
    "form-action 'self'",
  ].join('; ');
