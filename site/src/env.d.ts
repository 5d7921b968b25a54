declare namespace App {
  interface Locals {
    locale: import('./i18n/locales').Locale;
    session: import('./lib/session/session').Session;
    cms: import('./lib/cms/client').Cms;
    flash: import('./lib/session/flash').Flash | null;
    /** Written in the logs beside whatever happens; a person may tell it to the school. */
    requestId: string;
    /** The path that was asked for, with its language; pages may have given way to others since. */
    asked: string;
    /** Set by the server: nobody has to wait to find it out. */
    isCmsAway?: boolean;
    /** Set by a page that shows pages of these origins inside itself. */
    frames?: string[];
    /** Set by a page that pages of these origins may show inside themselves. */
    ancestors?: string[];
  }
}
