import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Settings } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { parseConfig } from '../config';
import { CERTIFICATE, EVENTS } from '../constants';
import { notEligible, uncoveredCharacters } from '../errors';
import { evaluate } from '../eligibility/evaluate';
import type { Asking, Decision, EligibilityFacts } from '../eligibility/facts';
import { eventOf, publish } from '../extensions/events';
import type { FactsRequest, Source } from '../intake/source';
import { decideExpiry, expiresAtOf } from '../issuance/expiry';
import { issueOnce, takeSnapshot, type Issued, type Issuing } from '../issuance/issue';

/** How facts are decided on. */
export interface Deciding extends Asking {
  /** The key of the source they come from. */
  source: string;
  settings: Settings;
  now?: Date | undefined;
}

export const createIssuance = (strapi: Core.Strapi) => {
  const plugin = () => strapi.plugin('certificates');
  const sourceOf = (key?: string): Source => plugin().service('extensions').source(key);
  const config = () => parseConfig(strapi.config.get('plugin::certificates'));
  const inForce = (): Promise<Settings> => plugin().service('settings').current();

  return {
    /** @throws NotFoundError for an unknown recipient, an error naming the source when it fails. */
    async facts(request: FactsRequest): Promise<EligibilityFacts> {
      const source = sourceOf(request.source);
      let facts: EligibilityFacts | null;
      try {
        facts = await source.facts(request);
      } catch (error) {
        throw new Error(`certificates: the source "${source.key}" failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      if (!facts) throw new errors.NotFoundError('There is no such recipient');
      return facts;
    },

    /** What the rules say of these facts, and the end that a certificate would have; the first no decides. */
    decide(facts: EligibilityFacts, { source, asked, settings, now = new Date() }: Deciding): Decision {
      const rules = plugin().service('extensions').rulesFor(source, facts.kind, settings.rules);
      const decision = evaluate(facts, rules, { asked });
      if (!decision.eligible) return decision;
      return decideExpiry(expiresAtOf(settings.expiry[facts.kind], now, facts.expiresAt), now);
    },

    /** The snapshot that a certificate of these facts would have. @param settings in the place of those in force */
    async snapshotOf(facts: EligibilityFacts, settings?: Settings, now = new Date()): Promise<Snapshot> {
      const used = settings ?? (await inForce());
      const template = plugin().service('extensions').chosenTemplate(facts.kind, used.templates[facts.kind]);
      const pictures = await plugin().service('pictures').namedBy(used.branding);
      return takeSnapshot(facts, config(), used, template, now, pictures);
    },

    /**
     * Facts, decision, record. Rendering and mail follow as jobs. Asking again when the certificate can be renewed renews
     * it; before, the certificate there is, is the answer.
     * @throws PolicyError (403) with the reason (C2), ValidationError when no font has a character (P5)
     */
    async issue(
      request: FactsRequest,
      issuing: Issuing = {},
      now = new Date(),
    ): Promise<Issued & { email: string }> {
      const source = sourceOf(request.source).key;
      const facts = await this.facts(request);
      const settings = await inForce();
      const { asked = 'automatic' } = issuing;
      const decision = this.decide(facts, { source, asked, settings, now });
      if (!decision.eligible) throw notEligible(decision, plugin().service('extensions').rule(decision.rule));
      const snapshot = await this.snapshotOf(facts, settings, now);
      // A template that fails says so now, and not when a job renders it.
      plugin().service('extensions').foreignPages(snapshot);
      const uncovered = plugin().service('rendering').findUncoveredCharacters(snapshot);
      if (uncovered.length > 0) throw uncoveredCharacters(uncovered);
      const { reminders } = config();
      const issued = await issueOnce(strapi, { source, facts, snapshot, reminders }, issuing);
      return { ...issued, email: facts.recipient.email };
    },

    /** @returns false when it is revoked already: the first reason stays. */
    async revoke(documentId: string, reason: string): Promise<boolean> {
      return strapi.db.transaction(async ({ onCommit }) => {
        const { count } = await strapi.db.query(CERTIFICATE).updateMany({
          where: { documentId, revokedAt: null },
          data: { revokedAt: new Date().toISOString(), revocationReason: reason },
        });
        if (count === 0) return false;
        const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId } });
        onCommit(() => publish(strapi, EVENTS.revoke, eventOf(row)));
        return true;
      });
    },
  };
};
