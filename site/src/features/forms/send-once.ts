/** Milliseconds after which a form may be sent again: an answer may be a file, which leaves the page as it is. */
const AGAIN_AFTER = 10_000;

/**
 * Sends a form once, however often its button is pressed, and shows that it is on its way. The server holds its own
 * against two requests (E3, C10): this spares people the wait and the doubt. The button is not `disabled`, since its name
 * and value are a part of what is sent.
 */
export function sendOnce(document: Document): void {
  const sent = new Map<HTMLFormElement, () => void>();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (sent.has(form)) return event.preventDefault();
    if (event.defaultPrevented || form.method !== 'post') return;
    const { submitter } = event;
    submitter?.setAttribute('aria-disabled', 'true');
    const free = () => {
      submitter?.removeAttribute('aria-disabled');
      sent.delete(form);
    };
    sent.set(form, free);
    setTimeout(free, AGAIN_AFTER);
  });
  // A page that comes back by the back button comes back as it was left.
  document.defaultView?.addEventListener('pageshow', () => sent.forEach((free) => free()));
}
