import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Section = styled.section`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  padding: ${({ theme }) => theme.spaces[5]};
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  min-width: 0;
`;

/** A titled box of a page. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section aria-label={title}>
      <Typography tag="h2" variant="delta" textColor="neutral800">
        {title}
      </Typography>
      {children}
    </Section>
  );
}
