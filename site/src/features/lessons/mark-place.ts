// Says in the table of contents which heading the reader is under, and opens it on wide screens where CSS cannot.
const contents = document.querySelector<HTMLElement>('[data-contents]');
const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
const details = contents?.querySelector('details');
const wide = matchMedia('(min-width: 64rem)');

const fold = () => {
  if (details) details.open = wide.matches;
};
wide.addEventListener('change', fold);
fold();

/** Pixels from the top of the window at which a heading counts as reached: below where a link to it scrolls it. */
const REACHED = 140;
let asked = false;

function mark(): void {
  asked = false;
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const passed = headings.findLastIndex(
    (heading) => heading && heading.getBoundingClientRect().top < REACHED,
  );
  const current = atEnd && scrollY > 0 ? lastSeen(passed) : passed;
  for (const [index, link] of links.entries()) {
    if (index === current) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

/** At the end of the page the last headings cannot reach the top: the one that is in sight counts. */
const lastSeen = (passed: number): number =>
  Math.max(
    passed,
    headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < innerHeight * 0.6),
  );

const ask = () => {
  if (!asked) requestAnimationFrame(mark);
  asked = true;
};
addEventListener('scroll', ask, { passive: true });
addEventListener('resize', ask, { passive: true });
ask();
