const EVERY = 2_000;
/** Milliseconds. A certificate takes seconds; whoever waits longer than this reloads the page. */
const AT_MOST = 5 * 60_000;

/** Parts of a panel that change while a certificate is made and mailed. */
const PARTS = ['progress', 'picture', 'actions'];

const partOf = (panel: Element, name: string): Element | null => panel.querySelector(`[data-part="${name}"]`);

/** Brings a panel up to the state of its fresh counterpart; what the reader is in stays as it is. */
export function update(panel: HTMLElement, fresh: HTMLElement): void {
  if (panel.dataset.stage === fresh.dataset.stage) return;
  panel.dataset.stage = fresh.dataset.stage ?? '';
  for (const name of PARTS) {
    const [old, next] = [partOf(panel, name), partOf(fresh, name)];
    if (!old || !next || old.contains(document.activeElement)) continue;
    // The live region itself stays: a new one would say nothing.
    if (name === 'progress') old.textContent = next.textContent;
    else old.replaceWith(document.importNode(next, true));
  }
}

/** Follows certificates that are on their way, by reading the page again: what works without a script, made lively. */
export function followProgress(): void {
  const pending = () =>
    [...document.querySelectorAll<HTMLElement>('[data-stage]')].filter(
      ({ dataset }) => dataset.stage !== 'delivered',
    );
  const end = Date.now() + AT_MOST;
  const look = async (): Promise<void> => {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    // The session may have ended meanwhile.
    if (!response.ok || response.redirected) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const panel of pending()) {
      const counterpart = fresh.getElementById(panel.id);
      if (counterpart) update(panel, counterpart);
    }
    schedule();
  };
  const schedule = (): void => {
    if (pending().length > 0 && Date.now() < end) setTimeout(() => look().catch(schedule), EVERY);
  };
  schedule();
}
