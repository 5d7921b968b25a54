import type { Core } from '@strapi/types';
import type { AuditedAct } from '../../../shared/contracts/administration';
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
  action: AuditedAct;
  deliveryKey?: string;
  /** Small and without personal data: an address here would outlive the person who leaves. */
  details?: Record<string, unknown>;
}

/** Adds to the audit: call it inside the transaction of the act, so that neither is there without the other. */
export async function writeAudit(strapi: Core.Strapi, actor: Actor, entry: AuditEntry): Promise<void> {
  await strapi.db.query(AUDIT_ENTRY).create({
    data: { ...entry, actor: actor.name, actorKey: actor.key, at: new Date().toISOString() },
  });
}
