const KEY = 'theme';

const show = (root: HTMLElement, theme: string): void => {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
};

/** Lets the reader choose a theme, here and in what else is open. Kept in the browser; the server never learns it. */
export function watchTheme(box: HTMLFieldSetElement, storage: Storage): void {
  const root = box.ownerDocument.documentElement;
  const mark = (theme: string) => {
    for (const input of box.querySelectorAll('input')) input.checked = input.value === theme;
  };
  mark(root.dataset.theme ?? 'auto');
  box.hidden = false;
  box.addEventListener('change', (event) => {
    const { value } = event.target as HTMLInputElement;
    show(root, value);
    if (value === 'auto') storage.removeItem(KEY);
    else storage.setItem(KEY, value);
  });
  box.ownerDocument.defaultView?.addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY) return;
    show(root, newValue ?? 'auto');
    mark(root.dataset.theme ?? 'auto');
  });
}
