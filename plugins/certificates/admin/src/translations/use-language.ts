import { useIntl } from 'react-intl';

/** The one of the two languages that names come in, which is nearer to the admin's. */
export const useLanguage = (): 'en' | 'es' => (useIntl().locale.startsWith('es') ? 'es' : 'en');
