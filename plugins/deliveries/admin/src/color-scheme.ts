import { lightTheme } from '@strapi/design-system';
import { css } from 'styled-components';

/** What the browser draws itself, such as the calendar of a date, in the colours that the admin has chosen. */
export const colorScheme = css`
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === lightTheme.colors.neutral0 ? 'light' : 'dark')};
`;
