import { Flex, Status, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { LOCALES, type InLanguages, type Locale, type TextState } from '../../shared/contracts/outline';
import { useMessage } from './translations/use-message';

const VARIANTS = { draft: 'secondary', modified: 'alternative', published: 'success' } as const;

const StateLink = styled(Link)`
  text-decoration: none;
  border-radius: ${({ theme }) => theme.borderRadius};

  &:hover,
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  states: InLanguages<TextState>;
  title: string;
  address(locale: Locale): string;
}

/** How far a document is in each language; each leads to where it is written. */
export function LanguageStates({ states, title, address }: Props) {
  const message = useMessage();
  return (
    <Flex gap={2} wrap="wrap">
      {LOCALES.map((locale) => {
        const state = states[locale];
        const word = message(state ? `state.${state}` : 'state.missing');
        const language = message(`language.${locale}`);
        return (
          <StateLink
            key={locale}
            to={address(locale)}
            aria-label={message('state.open', { short: locale.toUpperCase(), language, state: word, title })}
          >
            <Status variant={state ? VARIANTS[state] : 'danger'} size="XS">
              <Typography tag="span" variant="omega" fontWeight="bold">
                {locale.toUpperCase()} {word}
              </Typography>
            </Status>
          </StateLink>
        );
      })}
    </Flex>
  );
}
