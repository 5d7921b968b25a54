import type { Core } from '@strapi/types';
import { AUDIT_ENTRY } from '../constants';

/** An admin user, as the audit keeps them: a name for people, a key that stays when the name changes. */
export interface Actor {
  key: string;
  name: string;
}

export interface AdminUser {
  id: number | string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

export const actorOf = ({ id, firstname, lastname, username }: AdminUser): Actor => ({
  key: String(id),
  name: [firstname, lastname].filter(Boolean).join(' ') || username || `#${id}`,
});

export interface AuditEntry {
  action:
    | 'issued'
    | 'resent'
    | 'revoked'
    | 'corrected'
    | 'exported'
    | 'run-started'
    | 'run-cancelled'
    | 'run-resumed'
    | 'settings-changed'
    | 'drawn-again';
  certificateKey?: string;
  runKey?: string;
  reason?: string;
  /** Small and without personal data. */
  details?: Record<string, unknown>;
}

/** Adds to the audit: call it inside the transaction of the act, so that neither is there without the other. */
export async function writeAudit(strapi: Core.Strapi, actor: Actor, entry: AuditEntry): Promise<void> {
  await strapi.db.query(AUDIT_ENTRY).create({
    data: { ...entry, actor: actor.name, actorKey: actor.key, at: new Date().toISOString() },
  });
}

/** The recipient has left: what somebody once wrote may name them. Who did what and when stays. */
export async function blankReasons(strapi: Core.Strapi, certificateKey: string): Promise<void> {
  await strapi.db.query(AUDIT_ENTRY).updateMany({ where: { certificateKey }, data: { reason: null } });
}
