import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { Kind } from '../../../shared/contracts/certificate';
import type { Settings } from '../../../shared/contracts/settings';
import type { SettingsOverview } from '../api/settings-client';
import en from '../translations/en.json';
import { useLanguage } from '../translations/use-language';
import { useMessage, type MessageKey } from '../translations/use-message';
import { Group } from './fields';

interface Props {
  kind: Kind;
  overview: SettingsOverview;
  rules: Settings['rules'];
  change(rules: Settings['rules']): void;
}

/** What is asked before a certificate of one kind is issued, for each source. */
export function RulesForm({ kind, overview, rules, change }: Props) {
  const message = useMessage();
  const language = useLanguage();
  return (
    <>
      {overview.sources.map((source) => {
        const own = rules[source.key]?.[kind];
        const asked = own ?? source.rules[kind];
        const set = (keys: string[] | undefined) => {
          const { [kind]: _, ...others } = rules[source.key] ?? {};
          const chosen = keys ? { ...others, [kind]: keys } : others;
          const { [source.key]: __, ...sources } = rules;
          change(Object.keys(chosen).length > 0 ? { ...sources, [source.key]: chosen } : sources);
        };
        // Its key is a word for developers: said only where there are others.
        const heading =
          overview.sources.length > 1
            ? message('settings.rules.of', { source: source.key })
            : message('settings.rules');
        return (
          <Group key={source.key} aria-label={heading}>
            <Flex justifyContent="space-between" gap={2} wrap="wrap">
              <Typography variant="sigma" textColor="neutral600">
                {heading}
              </Typography>
              {own && (
                <Button variant="ghost" size="S" onClick={() => set(undefined)}>
                  {message('settings.rules.source')}
                </Button>
              )}
            </Flex>
            {overview.rules
              .filter(({ kinds }) => kinds.includes(kind))
              .map(({ key, name }) => (
                <Box key={key}>
                  <Checkbox
                    checked={asked.includes(key)}
                    onCheckedChange={(isAsked) =>
                      set(isAsked === true ? [...asked, key] : asked.filter((one) => one !== key))
                    }
                  >
                    {name[language] === key ? nameOf(key, message) : name[language]}
                  </Checkbox>
                  {`rule.${key}.means` in en && (
                    <Box paddingLeft="2.8rem">
                      <Typography variant="pi" textColor="neutral600">
                        {message(`rule.${key}.means` as MessageKey)}
                      </Typography>
                    </Box>
                  )}
                </Box>
              ))}
          </Group>
        );
      })}
    </>
  );
}

const nameOf = (key: string, message: (key: MessageKey) => string): string =>
  `rule.${key}` in en ? message(`rule.${key}` as MessageKey) : key;
