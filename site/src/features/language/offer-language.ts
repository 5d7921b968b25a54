const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether a browser's reader would rather read `language`, and has not said anything yet. */
export const wantsOffer = (language: string, languages: readonly string[], cookie: string): boolean =>
  languages[0]?.split('-')[0]?.toLowerCase() === language && !/(^|;\s*)language=/.test(cookie);

export function offerLanguage(): void {
  const offer = document.querySelector<HTMLElement>('[data-language-offer]');
  const language = offer?.dataset.languageOffer;
  if (!offer || !language || !wantsOffer(language, navigator.languages, document.cookie)) return;
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    const kept = document.documentElement.lang;
    document.cookie = `language=${kept}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
    offer.hidden = true;
  });
}
