import { fingerprintOf } from './fingerprint';

/** Carried in the fragment to the page of the certificate: a browser sends a fragment to nobody. */
const FRAGMENT = '#file=';

/**
 * Compares PDFs that are chosen or dropped with what was issued. A file never leaves the browser; where it has to be
 * found out which certificate it is, its SHA-256 is asked for.
 */
export function watchFileChecks(document: Document): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-file-check]')) watch(box);
}

function watch(box: HTMLElement): void {
  const { expected, verify = '/verify' } = box.dataset;
  const input = box.querySelector('input') as HTMLInputElement;
  const drop = box.querySelector<HTMLElement>('[data-drop]') as HTMLElement;
  const answer = box.querySelector<HTMLElement>('[data-answer]') as HTMLElement;
  box.hidden = false;

  const say = (what: 'busy' | 'same' | 'other' | 'unknown' | 'notAPdf' | 'failed') => {
    answer.hidden = false;
    answer.className = `notice ${what === 'other' || what === 'unknown' ? 'error' : what === 'notAPdf' || what === 'failed' ? 'warn' : ''}`;
    answer.textContent = box.dataset[what] ?? '';
  };

  async function check(file: File): Promise<void> {
    say('busy');
    const fingerprint = await fingerprintOf(file);
    if (!fingerprint.ok) return say('notAPdf');
    const { sha256 } = fingerprint;
    if (expected) return say(sha256 === expected ? 'same' : 'other');
    const response = await fetch(`/verify/file/${sha256}.json`);
    if (response.status === 404) return say('unknown');
    if (!response.ok) return say('failed');
    const found = await response.json();
    if (found.sha256 !== sha256) return say('unknown');
    location.assign(`${verify}/${found.code}${FRAGMENT}${sha256}`);
  }

  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) check(file).catch(() => say('failed'));
  };
  input.addEventListener('change', () => {
    take(input.files);
    // The same file may be chosen again, after it was changed.
    input.value = '';
  });
  // Beside the box, too: a browser opens what is dropped elsewhere, and the page would be gone.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) drop.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    take(event.dataTransfer?.files);
  });
  if (expected && location.hash === FRAGMENT + expected) say('same');
}
