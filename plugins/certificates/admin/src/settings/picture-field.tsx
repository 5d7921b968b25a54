import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { PICTURE_MAX_BYTES } from '../../../shared/contracts/settings';
import { useSettingsClient } from '../api/settings-client';
import { useLoaded } from '../api/use-loaded';
import { useMessage } from '../translations/use-message';
import { useProblemAt } from './problems';

/** White, also in the dark: as on the paper. */
const Shown = styled.img`
  display: block;
  height: 5.6rem;
  max-width: 16rem;
  object-fit: contain;
  background: #ffffff;
  padding: ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

function StoredPicture({ id, label }: { id: string; label: string }) {
  const client = useSettingsClient();
  const loaded = useLoaded(useCallback(() => client.picture(id), [client, id]));
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (loaded.state !== 'ready') return;
    const made = URL.createObjectURL(loaded.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [loaded]);
  return url ? <Shown src={url} alt={label} /> : null;
}

interface Props {
  place: string;
  label: string;
  value: string | null;
  onChange(key: string | null): void;
}

/** A picture that is uploaded at once, and used once the settings are saved. */
export function PictureField({ place, label, value, onChange }: Props) {
  const message = useMessage();
  const client = useSettingsClient();
  const problemAt = useProblemAt();
  const { toggleNotification } = useNotification();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function upload(file: File | undefined) {
    if (!file) return;
    setRefused(undefined);
    if (file.size > PICTURE_MAX_BYTES) return setRefused(message('picture.too-big'));
    setBusy(true);
    try {
      onChange((await client.addPicture(file)).key);
      toggleNotification({ type: 'success', message: message('picture.added') });
    } catch (error) {
      setRefused(message('picture.refused', { why: (error as Error).message }));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Field.Root
      error={refused ?? problemAt(place)}
      hint={message('picture.hint')}
      role="group"
      aria-labelledby={id}
    >
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      <Flex gap={3} wrap="wrap" alignItems="center">
        {value && <StoredPicture id={value} label={label} />}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={message('picture.upload', { what: label })}
          accept="image/svg+xml,image/png"
          onChange={(event) => {
            void upload(event.target.files?.[0]);
            // The same file, chosen again after it was mended, is to be looked at again.
            event.target.value = '';
          }}
        />
        <Button
          variant="tertiary"
          size="S"
          loading={busy}
          // Begins with the words that are seen (WCAG 2.2, 2.5.3).
          aria-label={`${message(value ? 'picture.replace' : 'picture.choose')}: ${label}`}
          onClick={() => input.current?.click()}
        >
          {message(value ? 'picture.replace' : 'picture.choose')}
        </Button>
        {value && (
          <Button
            variant="tertiary"
            size="S"
            aria-label={`${message('picture.remove')}: ${label}`}
            onClick={() => onChange(null)}
          >
            {message('picture.remove')}
          </Button>
        )}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
