import type { Kind } from './certificate';

/** What staff decide about certificates, kept in the database; the plugin's configuration gives what they start from. */
export interface Settings {
  branding: Branding;
  /** The design of each kind, with its options, as the template's own schema allows them. */
  templates: Record<Kind, TemplateChoice>;
  /** How long certificates of each kind are good for. */
  expiry: Record<Kind, Expiry>;
  /**
   * By source: the keys of the rules that are asked for each kind. What is not named here is as the source says, or else
   * every rule for that kind that is asked by default.
   */
  rules: Record<string, Partial<Record<Kind, string[]>>>;
}

export interface TemplateChoice {
  key: string;
  options: Record<string, unknown>;
}

export interface Branding {
  issuerName: string;
  /** `#rrggbb`; dark enough to be read on white (WCAG 2.2, 4.5 : 1). */
  accent: string;
  /** The key of a picture (SVG or PNG); null: the logo of the configuration. */
  logo: string | null;
  /** From left to right, at most three. */
  signatures: Signature[];
  seal: { shown: boolean };
  /** In the place of the words that come with the plugin; an empty text leaves them as they are. */
  texts: Record<BrandingText, Record<'en' | 'es', string>>;
}

export interface Signature {
  name: string;
  title: string;
  /** The key of a picture of the handwriting (SVG or PNG), drawn above the line; null: none. */
  picture: string | null;
}

/** `note` stands below the signatures and is empty where a school writes none. `{count}` is the number of modules. */
export const BRANDING_TEXTS = [
  'gradeTitle',
  'moduleTitle',
  'certifies',
  'gradeCompleted',
  'moduleCompleted',
  'note',
] as const;
export type BrandingText = (typeof BRANDING_TEXTS)[number];

/** `on`: a day (`YYYY-MM-DD`), whose end (UTC) is the end of validity. */
export type Expiry = { type: 'never' } | { type: 'period'; months: number } | { type: 'date'; on: string };

/** A picture that was uploaded for certificates; its key is the SHA-256 of what is kept, so it never changes. */
export interface Picture {
  key: string;
  mediaType: 'image/svg+xml' | 'image/png';
  /** Pixels, or the units of the SVG: only their ratio counts. */
  width: number;
  height: number;
}

/** A template as the gallery shows it. */
export interface TemplateInfo {
  key: string;
  version: number;
  name: Record<'en' | 'es', string>;
  kinds: Kind[];
  /** JSON Schema (2020-12) of its options: strings, numbers, booleans and enumerations, with `title` and `default`. */
  options: Record<string, unknown>;
}

/** A rule as the settings show it. */
export interface RuleInfo {
  key: string;
  kinds: Kind[];
  name: Record<'en' | 'es', string>;
}

/** GET /certificates/settings → 200; 403 without the action `settings`. */
export interface SettingsResponse {
  data: {
    settings: Settings;
    /** What would be in force if nothing was saved. */
    defaults: Settings;
    templates: TemplateInfo[];
    rules: RuleInfo[];
    /** With the rules each asks by itself. */
    sources: { key: string; rules: Record<Kind, string[]> }[];
    pictures: Picture[];
    /** Sample data for previews. */
    samples: SampleInfo[];
    /** Of the saved settings; it changes with them. */
    version: string;
  };
}

export interface SampleInfo {
  key: string;
  /** What it can be a sample of. */
  kinds: Kind[];
  name: Record<'en' | 'es', string>;
}

/**
 * PUT /certificates/settings → 200 SettingsResponse; 400 with `details.errors: SettingsProblem[]`; 409 `changed-meanwhile`
 * when somebody else has saved since, who is not overwritten.
 */
export interface SaveSettingsRequest {
  settings: Settings;
  /** That of the settings they were made from. */
  version: string;
}

export interface SettingsProblem {
  path: string[];
  /** English. */
  message: string;
  /** What is wrong, for a translator: `too_small`, `too_big`, `invalid_format` …, or one of `PROBLEM_CODES`. */
  code?: string;
}

/** What settings can be refused for besides their shape. */
export const PROBLEM_CODES = ['too-light', 'unknown-picture', 'uncovered-characters'] as const;

export const PICTURE_MAX_BYTES = 512 * 1024;

/**
 * GET /certificates/settings/pictures/:key → 200, the picture; 404.
 * POST /certificates/settings/pictures, the file's bytes in base64 → 201; 400 for what is no SVG or PNG of at most 512 KiB.
 */
export interface AddPictureRequest {
  data: string;
}
export interface AddPictureResponse {
  data: Picture;
}

export const PREVIEW_MAX_WIDTH = 2000;

/** How many pages there are; with each preview. */
export const PAGES_HEADER = 'X-Pages';

/**
 * POST /certificates/settings/preview → 200 image/png of one page, or application/pdf of all: how a certificate would look
 * with these settings, which are not saved; 400 as for PUT; 404 for a page there is not. Whoever accepts JSON before files,
 * as the admin's fetch client does, gets a `PreviewSettingsResponse`.
 */
export interface PreviewSettingsRequest {
  settings: Settings;
  kind: Kind;
  /** In the place of the one the settings choose: the gallery shows every template. */
  template?: TemplateChoice;
  sample: string;
  language: string;
  as: 'png' | 'pdf';
  /** Pixels, at most 2,000; for `png` alone. */
  width?: number;
  /** From 1 on; for `png` alone. */
  page?: number;
}

export interface PreviewSettingsResponse {
  data: {
    mediaType: 'image/png' | 'application/pdf';
    /** Base64. */
    content: string;
    /** Null for `pdf`. */
    pages: number | null;
  };
}

export const SETTINGS_FILE_MAX_BYTES = 8 * 1024 * 1024;

/**
 * GET /certificates/settings/export → 200, a file of what is saved; POST /certificates/settings/import takes it, as the
 * field `files` of a form, since bodies in JSON are small → 200 ImportResponse; 400 as for PUT, with paths in the file.
 */
export interface SettingsFile {
  format: 'certificates-settings';
  version: 1;
  settings: Settings;
  pictures: { mediaType: Picture['mediaType']; data: string }[];
}

/** Checked, its pictures added, but not saved: staff look at it first. */
export interface ImportResponse {
  data: { settings: Settings; pictures: Picture[] };
}
