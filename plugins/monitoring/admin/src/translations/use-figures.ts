import { useIntl } from 'react-intl';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Numbers as the reader's language has them. */
export function useFigures() {
  const { formatDate, formatNumber } = useIntl();
  return {
    time: (value: string): string => formatDate(value, { timeStyle: 'medium' }),
    /** In its largest unit: `3 minutes`. */
    duration(seconds: number): string {
      const [unit, size] =
        UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
      return formatNumber(Math.floor(Math.abs(seconds) / size), { style: 'unit', unit, unitDisplay: 'long' });
    },
    share: (value: number): string => formatNumber(value, { style: 'percent' }),
  };
}
