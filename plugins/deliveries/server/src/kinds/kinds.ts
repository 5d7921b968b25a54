import type { Letter } from '../letter/letter';

export interface Attachment {
  filename: string;
  content: Buffer | string;
  contentType?: string;
  /** Of `content`, where it is text that stands for bytes, such as `base64`. */
  encoding?: string;
}

/** A mail as it goes out. Text and HTML say the same. */
export interface Mail {
  subject: string;
  text: string;
  html?: string;
  attachments?: Attachment[];
  headers?: Record<string, string>;
  from?: string;
  replyTo?: string;
  cc?: string;
  bcc?: string;
}

/** What a kind is told of the delivery it writes the mail of. */
export interface Addressed {
  /** The delivery's own name, for ever. */
  key: string;
  /** What it is about, as its kind understands it, such as the id of a document. */
  about: string | null;
  to: string;
  language: string;
}

/** One sort of mail. It is written when it is sent, so that what it says is true then, and no copy of it lies about. */
export interface Kind {
  /** Such as `certificates/certificate`; stays for ever. */
  key: string;
  /** What staff call it, by language. */
  names: Record<string, string>;
  /** What it says opens an account: staff cannot send it to another address. */
  forOwnerOnly?: boolean;
  /**
   * @returns a letter, or a mail that is framed already; null when there is nothing left to say: what it was about is gone.
   * The delivery is cancelled.
   */
  compose(delivery: Addressed): Promise<Letter | Mail | null>;
  /** In the transaction that notes the mail as sent. */
  sent?(delivery: Addressed, at: Date): Promise<void>;
}

/** Open in `register()`, closed in `bootstrap()`. */
export function createKinds() {
  const kinds = new Map<string, Kind>();
  let frozen = false;
  return {
    /** @throws when the key is taken, or after `register()`. */
    register(kind: Kind): void {
      if (frozen) throw new Error(`deliveries: register the kind "${kind.key}" in register()`);
      if (kinds.has(kind.key)) throw new Error(`deliveries: the kind "${kind.key}" is registered twice`);
      kinds.set(kind.key, kind);
    },
    freeze(): void {
      frozen = true;
    },
    /** @throws for an unknown kind, and names the known ones. */
    get(key: string): Kind {
      const kind = kinds.get(key);
      if (kind) return kind;
      throw new Error(
        `deliveries: unknown kind "${key}"; known are ${[...kinds.keys()].sort().join(', ') || 'none'}`,
      );
    },
    all: (): Kind[] => [...kinds.values()],
  };
}
export type Kinds = ReturnType<typeof createKinds>;
