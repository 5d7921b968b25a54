import { useIntl } from 'react-intl';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Times as the reader's language has them. */
export function useTimes() {
  const { formatDate, formatNumber } = useIntl();
  return {
    date: (value: string): string => formatDate(value, { dateStyle: 'medium', timeStyle: 'short' }),
    /** With seconds, for what follows each other quickly. */
    exact: (value: string): string => formatDate(value, { dateStyle: 'medium', timeStyle: 'medium' }),
    /** In its largest unit: `3 minutes`. */
    duration(seconds: number): string {
      const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
      return formatNumber(Math.floor(seconds / size), { style: 'unit', unit, unitDisplay: 'long' });
    },
    milliseconds: (value: number): string => formatNumber(value, { style: 'unit', unit: 'millisecond' }),
  };
}
