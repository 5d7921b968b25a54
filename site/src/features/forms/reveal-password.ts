/** Lets a person see the password they type. It is hidden again before it is sent, so that browsers know it for one. */
export function revealPassword(button: HTMLButtonElement): void {
  const input = button.parentElement?.querySelector('input');
  if (!input) return;
  const words = button.querySelector('[data-words]') as HTMLElement;
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password';
    words.textContent = (shown ? button.dataset.hide : button.dataset.show) ?? '';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    show(input.type === 'password');
    input.focus();
  });
  input.form?.addEventListener('submit', () => show(false));
}
