import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { useMessage } from '../translations/use-message';

const Paper = styled.canvas`
  display: block;
  width: 100%;
  height: auto;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};

  &[hidden] {
    display: none;
  }
`;

/** Pixels: enough for the widest column on a dense screen. */
const WIDTH = 1600;

/**
 * The first page of the very file that was issued, drawn in the browser. Its drawing program is large, so it is loaded with
 * the first picture; it runs in this thread, as one page is drawn in a fraction of a second and the admin's content security
 * policy has no place for a thread of its own.
 */
export function FirstPagePicture({ load, label }: { load: () => Promise<Blob>; label: string }) {
  const message = useMessage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');

  useEffect(() => {
    let current = true;
    setState('loading');
    const draw = async () => {
      const [pdfjs, worker, file] = await Promise.all([
        import('pdfjs-dist/legacy/build/pdf.mjs'),
        import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
        load(),
      ]);
      // Where the worker's code is here already, the library starts no thread.
      Object.assign(globalThis, { pdfjsWorker: worker });
      const task = pdfjs.getDocument({
        data: new Uint8Array(await file.arrayBuffer()),
        isEvalSupported: false,
      } as never);
      const page = await (await task.promise).getPage(1);
      const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
      if (!current || !canvas.current) return;
      canvas.current.width = viewport.width;
      canvas.current.height = viewport.height;
      await page.render({ canvas: canvas.current, viewport }).promise;
      if (current) setState('ready');
      await task.destroy();
    };
    draw().catch(() => current && setState('failed'));
    return () => {
      current = false;
    };
  }, [load]);

  return (
    <Box>
      {state === 'loading' && (
        <Flex justifyContent="center" padding={8}>
          <Loader>{message('picture.loading')}</Loader>
        </Flex>
      )}
      {state === 'failed' && <Typography textColor="neutral600">{message('picture.failed')}</Typography>}
      <Paper ref={canvas} role="img" aria-label={label} hidden={state !== 'ready'} />
    </Box>
  );
}
