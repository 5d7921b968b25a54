import type { Section } from '../../lib/cms/contracts';

/** A video on another site: where its player is, and what the site is called. */
export interface Embed {
  /** Of the player. */
  src: string;
  /** The origin that the player is allowed to be loaded from. */
  origin: string;
  /** As people know it: YouTube, Vimeo, or the host. */
  service: string;
}

const ID = /^[\w-]{6,64}$/;
const YOUTUBE_HOSTS = new Set(['youtube.com', 'm.youtube.com', 'youtube-nocookie.com', 'music.youtube.com']);
/** Of a PeerTube video: a UUID, or the short form of one. */
const PEERTUBE_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{20,24})$/;

/** The player of a video page of YouTube, Vimeo or a PeerTube server; null where there is none that is known. */
export function embedOf(address: string): Embed | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' || url.username || url.port) return null;
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.split('/').filter(Boolean);
  if (host === 'youtu.be' || YOUTUBE_HOSTS.has(host)) return youtube(host, path, url.searchParams);
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return vimeo(path, url.searchParams);
  return peertube(url, path);
}

function youtube(host: string, path: string[], query: URLSearchParams): Embed | null {
  const id =
    host === 'youtu.be'
      ? path[0]
      : path[0] === 'watch'
        ? query.get('v')
        : ['embed', 'shorts', 'live', 'v'].includes(path[0] ?? '')
          ? path[1]
          : null;
  if (!id || !ID.test(id)) return null;
  const start = /^(\d+)s?$/.exec(query.get('t') ?? query.get('start') ?? '')?.[1];
  // The address that sets no cookie before the video is played.
  const origin = 'https://www.youtube-nocookie.com';
  return {
    src: `${origin}/embed/${id}?rel=0&autoplay=1${start ? `&start=${start}` : ''}`,
    origin,
    service: 'YouTube',
  };
}

function vimeo(path: string[], query: URLSearchParams): Embed | null {
  const at = path.findIndex((part) => /^\d{4,12}$/.test(part));
  const id = path[at];
  if (!id) return null;
  // An unlisted video is shown with its hash alone.
  const hash = query.get('h') ?? path[at + 1];
  const origin = 'https://player.vimeo.com';
  return {
    src: `${origin}/video/${id}?dnt=1&autoplay=1${hash && /^[0-9a-f]{6,16}$/.test(hash) ? `&h=${hash}` : ''}`,
    origin,
    service: 'Vimeo',
  };
}

function peertube(url: URL, path: string[]): Embed | null {
  const isPage = path[0] === 'w' || (path[0] === 'videos' && ['watch', 'embed'].includes(path[1] ?? ''));
  const id = path.at(-1);
  if (!isPage || !id || !PEERTUBE_ID.test(id)) return null;
  return {
    src: `${url.origin}/videos/embed/${id}?autoplay=1&p2p=0`,
    origin: url.origin,
    service: url.hostname,
  };
}

/** The origins that a lesson's page must be allowed to load players from. */
export const framesOf = (sections: Section[]): string[] => [
  ...new Set(sections.flatMap((section) => (section.kind === 'video' && embedOf(section.url)?.origin) || [])),
];
