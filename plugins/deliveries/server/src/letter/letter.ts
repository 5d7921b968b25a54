import type { Attachment } from '../kinds/kinds';

/**
 * What a mail says, without its looks: all letters of an application are framed alike.
 *
 * A name, which may be of another direction than the sentence, stands between U+2068 and U+2069 (first strong isolate and
 * its end). They become an element in HTML, and leave text and subject where the name turns nothing round.
 */
export interface Letter {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** The one thing to do. */
  button?: { label: string; url: string };
  /** Small facts to look up, such as a serial number. */
  facts?: { label: string; value: string }[];
  /** Said quietly, after all else. */
  closing?: string;
  /** Who writes. */
  sender: string;
  /** Of the sender, as `#rrggbb`; white text is read on it. */
  accent?: string;
  attachments?: Attachment[];
}
