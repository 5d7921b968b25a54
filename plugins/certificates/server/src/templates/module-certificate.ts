import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { frame, rosette, rule, seal } from '../rendering/art/ornament';
import { as, h } from '../rendering/layout/element';
import {
  aboveProofCode,
  at,
  display,
  fittedName,
  INK,
  logo,
  masthead,
  proof,
  proofCode,
  QUIET,
  signatures,
  text,
} from './parts';
import { spellMark, textsOf } from './texts';
import type { Template, TemplatePage } from './template';

/** A4 landscape. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const LEFT = 84;
const INNER = WIDTH - 2 * LEFT;

const SIGNATURES = 434;
const SEAL = { y: 398, radius: 44 };
const NAME = { width: INNER, height: 76, largest: 42, oneLineFrom: 30 };
/** Narrow enough to end before the seal. */
const MODULE = { width: 470, height: 58, largest: 24, oneLineFrom: 20 };

function page(snapshot: Snapshot): TemplatePage {
  const { accent } = snapshot.issuer;
  const texts = textsOf(snapshot.language);
  const [achievement] = snapshot.achievements;
  const mark = spellMark(achievement?.mark ?? null, snapshot.language);
  const maximum = spellMark(achievement?.maximumMark ?? null, snapshot.language);
  const signed = signatures(snapshot, LEFT, SIGNATURES, INNER - 140);
  const middle = { alignItems: 'center', justifyContent: 'center' };
  const quiet = (line: string) => h(middle, text(line, 11, { color: QUIET }));
  return {
    width: WIDTH,
    height: HEIGHT,
    tree: h(
      { width: WIDTH, height: HEIGHT, position: 'relative' },
      at(LEFT, 86, INNER, h(middle, masthead(snapshot, INNER))),
      at(LEFT, 118, INNER, h(middle, as('H1', display(texts.title.module, 40)))),
      at(LEFT, 182, INNER, quiet(texts.certifies)),
      at(
        LEFT,
        202,
        INNER,
        h({ ...middle, height: 84 }, as('H2', fittedName(snapshot.recipient.name, NAME, accent))),
      ),
      at(LEFT, 304, INNER, quiet(texts.completed.module(1))),
      at(
        LEFT,
        322,
        INNER,
        h({ ...middle, height: 60 }, as('H2', fittedName(achievement?.name ?? '', MODULE, INK))),
      ),
      at(LEFT, 388, INNER, quiet(texts.withMark(mark, maximum))),
      at(LEFT, SIGNATURES, INNER - 140, signed.tree),
      at(LEFT, 458, INNER, proof(snapshot, INNER), { height: 76, justifyContent: 'flex-end' }),
    ),
    art: [
      ...rosette(WIDTH / 2, HEIGHT / 2, 220, accent, 0.1),
      ...frame(WIDTH, HEIGHT, 26, accent),
      logo(snapshot, WIDTH / 2, 52, 26),
      rule(WIDTH / 2 - 40, 294, 80, accent, 0.8),
      ...signed.art,
      ...seal(aboveProofCode(WIDTH - LEFT), SEAL.y, SEAL.radius, accent, snapshot.issuer.logoPath),
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
