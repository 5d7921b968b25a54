/**
 * Checks a quiz without leaving the place on the page: the form goes where it would go without this script, and of the page
 * that comes back the quiz is taken. Whatever goes wrong, the browser sends the form itself.
 */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const quiz = form.closest<HTMLElement>('[data-quiz]');
  if (!quiz) return;
  event.preventDefault();
  const query = new URLSearchParams(new FormData(form) as never);
  void replace(quiz, `${location.pathname}?${query}`).then((done) => {
    if (!done) form.submit();
  });
});

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-quiz-reset]');
  const quiz = link?.closest<HTMLElement>('[data-quiz]');
  if (!link || !quiz) return;
  event.preventDefault();
  void replace(quiz, link.pathname).then((done) => {
    if (!done) location.href = link.href;
  });
});

async function replace(quiz: HTMLElement, address: string): Promise<boolean> {
  try {
    const answer = await fetch(address);
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.getElementById(quiz.id)?.querySelector('form');
    const current = quiz.querySelector('form');
    if (!form || !current) return false;
    // Only a status that was there before is read out when it changes.
    const status = current.querySelector('[role=status]');
    const words = form.querySelector('[role=status]')?.textContent?.trim() ?? '';
    for (const part of [...form.querySelectorAll('fieldset')].entries())
      current.querySelectorAll('fieldset')[part[0]]?.replaceWith(part[1]);
    const [buttons, actions] = [current.querySelector('.actions'), form.querySelector('.actions')];
    for (const old of buttons?.querySelectorAll('button, a') ?? []) old.remove();
    buttons?.prepend(...(actions?.querySelectorAll('button, a') ?? []));
    if (status) status.textContent = words;
    current.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    return true;
  } catch {
    return false;
  }
}
