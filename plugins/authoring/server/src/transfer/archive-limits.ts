const MB = 1024 * 1024;

/** What an archive may unfold to. A module of the demo has 20 files and 1 MB. */
export const LIMITS = {
  files: 2_000,
  /** Of one file, unfolded. */
  fileBytes: 25 * MB,
  /** Of all together. */
  totalBytes: 200 * MB,
  /** Text and drawings shrink to a tenth; what shrinks to a hundredth is made to harm. */
  ratio: 100,
  /** Smaller files may be as regular as they like. */
  ratioFromBytes: MB,
  pathLength: 240,
  depth: 8,
} as const;

/** What courses are made of; anything else in an archive is left where it is. */
export const COURSE_FILE = /\.(?:md|json|png|jpe?g|webp|gif|svg|pdf|csv|txt|zip|mp4|webm|mp3)$/i;
/** What systems add to archives by themselves. */
export const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX|\.[^/]+|Thumbs\.db|desktop\.ini)(?:\/|$)/i;
export const TEXT_FILE = /\.(?:md|json)$/i;
