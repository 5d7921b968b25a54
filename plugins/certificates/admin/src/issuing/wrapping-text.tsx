import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

/** A longer text in a table, where nothing else wraps: a paragraph of its own. */
export const WrappingText = styled(Typography).attrs({ tag: 'p', textColor: 'neutral800' })`
  min-width: 18rem;
  white-space: normal;
`;
