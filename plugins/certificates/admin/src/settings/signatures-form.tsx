import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import type { Signature } from '../../../shared/contracts/settings';
import { useMessage } from '../translations/use-message';
import { FieldRow, Group, TextField } from './fields';
import { PictureField } from './picture-field';

const MOST = 3;

interface Props {
  signatures: Signature[];
  change(signatures: Signature[]): void;
}

/** Who signs, from left to right. */
export function SignaturesForm({ signatures, change }: Props) {
  const message = useMessage();
  const set = (index: number, to: Partial<Signature>) =>
    change(signatures.map((one, at) => (at === index ? { ...one, ...to } : one)));
  const move = (index: number, to: number) => {
    const next = [...signatures];
    const [moved] = next.splice(index, 1);
    next.splice(to, 0, moved as Signature);
    change(next);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {signatures.map((signature, index) => {
        const number = index + 1;
        const place = `branding.signatures.${index}`;
        return (
          <Group key={index} aria-label={message('settings.signature', { number })}>
            <Flex justifyContent="space-between" gap={2} wrap="wrap">
              <Typography variant="sigma" textColor="neutral600">
                {message('settings.signature', { number })}
              </Typography>
              <Flex gap={1} wrap="wrap">
                {index > 0 && (
                  <Button
                    variant="ghost"
                    size="S"
                    startIcon={<ArrowUp />}
                    aria-label={message('settings.signature.left', { number })}
                    onClick={() => move(index, index - 1)}
                  >
                    {message('settings.signature.move.left')}
                  </Button>
                )}
                {index < signatures.length - 1 && (
                  <Button
                    variant="ghost"
                    size="S"
                    startIcon={<ArrowDown />}
                    aria-label={message('settings.signature.right', { number })}
                    onClick={() => move(index, index + 1)}
                  >
                    {message('settings.signature.move.right')}
                  </Button>
                )}
                <Button
                  variant="ghost"
                  size="S"
                  startIcon={<Trash />}
                  aria-label={message('settings.signature.remove', { number })}
                  onClick={() => change(signatures.filter((_, at) => at !== index))}
                >
                  {message('picture.remove')}
                </Button>
              </Flex>
            </Flex>
            <FieldRow>
              <TextField
                place={`${place}.name`}
                label={message('settings.signature.name')}
                value={signature.name}
                maxLength={80}
                required
                onChange={(name) => set(index, { name })}
              />
              <TextField
                place={`${place}.title`}
                label={message('settings.signature.title')}
                value={signature.title}
                maxLength={80}
                onChange={(title) => set(index, { title })}
              />
            </FieldRow>
            <PictureField
              place={`${place}.picture`}
              label={message('settings.signature.picture', { number })}
              value={signature.picture}
              onChange={(picture) => set(index, { picture })}
            />
          </Group>
        );
      })}
      {signatures.length < MOST && (
        <Button
          variant="secondary"
          startIcon={<Plus />}
          width="fit-content"
          onClick={() => change([...signatures, { name: '', title: '', picture: null }])}
        >
          {message('settings.signature.add')}
        </Button>
      )}
    </Flex>
  );
}
