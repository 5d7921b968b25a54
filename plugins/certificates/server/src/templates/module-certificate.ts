import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { frame, rosette, rule, seal } from '../rendering/art/ornament';
import { h } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { at, display, logo, masthead, proof, proofCode, QUIET, recipientName, signatures, text } from './parts';
import { spellMark, textsOf } from './texts';
import type { Template, TemplatePage } from './template';

/** A4 landscape. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const LEFT = 84;
const INNER = WIDTH - 2 * LEFT;

function page(snapshot: Snapshot): TemplatePage {
  const { accent } = snapshot.issuer;
  const texts = textsOf(snapshot.language);
  const [achievement] = snapshot.achievements;
  const centred = { alignItems: 'center' };
  const signed = signatures(snapshot, LEFT, 448, INNER - 140);
  return {
    width: WIDTH,
    height: HEIGHT,
    tree: h(
      { width: WIDTH, height: HEIGHT, position: 'relative' },
      at(LEFT, 86, INNER, h(centred, masthead(snapshot))),
      at(LEFT, 118, INNER, h(centred, display(texts.title.module, 40))),
      at(LEFT, 182, INNER, h(centred, text(texts.certifies, 11, { color: QUIET }))),
      at(LEFT, 202, INNER, h({ ...centred, height: 84, justifyContent: 'center' }, recipientName(snapshot.recipient.name, INNER, accent))),
      at(LEFT, 302, INNER, h(centred, text(texts.completed.module(1), 11, { color: QUIET }))),
      at(
        LEFT,
        322,
        INNER,
        h(
          { ...centred, height: 60, justifyContent: 'center' },
          display(clean(achievement?.name ?? ''), 24, { textAlign: 'center', justifyContent: 'center', width: INNER, wordBreak: 'break-word', lineClamp: 2 }),
        ),
      ),
      at(
        LEFT,
        386,
        INNER,
        h(centred, text(texts.withMark(spellMark(achievement?.mark ?? null, snapshot.language), spellMark(achievement?.maximumMark ?? null, snapshot.language)), 11, { color: QUIET })),
      ),
      at(LEFT, 448, INNER - 140, signed.tree),
      at(LEFT, 458, INNER, proof(snapshot, INNER), { height: 76, justifyContent: 'flex-end' }),
    ),
    art: [
      ...rosette(WIDTH / 2, HEIGHT / 2, 220, accent, 0.1),
      ...frame(WIDTH, HEIGHT, 26, accent),
      logo(snapshot, WIDTH / 2, 52, 26),
      rule(WIDTH / 2 - 40, 292, 80, accent, 0.8),
      ...signed.art,
      ...seal(WIDTH - LEFT - 46, 404, 46, accent, snapshot.issuer.logoPath),
      proofCode(snapshot, WIDTH - LEFT, 534),
    ],
  };
}

export const moduleCertificate: Template = {
  key: 'module-certificate',
  version: 1,
  schema: z.strictObject({}),
  pages: (snapshot) => [page(snapshot)],
};
