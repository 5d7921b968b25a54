// A button on each block of code, where the browser lets a page write to the clipboard.
const article = document.querySelector<HTMLElement>('[data-copy-code]');
const { copyCode = '', copiedCode = '' } = article?.dataset ?? {};

for (const block of article?.querySelectorAll('pre.shiki') ?? []) {
  if (!navigator.clipboard) break;
  const frame = document.createElement('div');
  frame.className = 'code-block';
  block.replaceWith(frame);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-code';
  button.textContent = copyCode;
  // Read out when it changes: the button keeps the focus.
  button.setAttribute('aria-live', 'polite');
  frame.append(block, button);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.textContent ?? '');
    button.textContent = copiedCode;
    setTimeout(() => (button.textContent = copyCode), 2_000);
  });
}
