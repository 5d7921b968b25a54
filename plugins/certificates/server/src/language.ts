/** Which of the two languages of Lumino a BCP 47 tag means; English for every other one. */
export const languageOf = (language: string): 'en' | 'es' => (language.split('-')[0] === 'es' ? 'es' : 'en');

/** What is there in both, in one of them. */
export const inLanguage = <Texts>(texts: Record<'en' | 'es', Texts>, language: string): Texts =>
  texts[languageOf(language)];
