import type { Core } from '@strapi/types';

/** The right-hand side of a Message-ID: the domain mail is sent from. */
export function mailDomain(strapi: Core.Strapi): string {
  const from = strapi.config.get<string>('plugin::email.settings.defaultFrom') ?? '';
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost.localdomain';
}
