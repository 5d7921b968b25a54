import type { Core } from '@strapi/types';
import type { Run } from '../../../shared/contracts/administration';
import { accessOf, EVERYTHING, type Access } from './access';
import { actorOf, type Actor, type AdminUser } from './audit';
import { backlog } from './backlog';
import { reconcileRuns, workOnRun } from './bulk/run-job';
import { progressOf, recentRuns } from './bulk/run-progress';
import { startRun } from './bulk/start-run';
import { cancelRun, findRun, mayRun, resumeRun } from './bulk/steer-run';
import { certificateDetail } from './certificate-detail';
import { listCertificates } from './certificate-list';
import { correctCertificate, previewCorrection } from './correct';
import { exportCertificates } from './export';
import { findCertificate } from './find-certificate';
import type { ListFilters } from './list-query';
import { previewIssue } from './preview';
import { resendCertificate } from './resend';
import { revokeCertificate } from './revoke';
import { zipCertificates } from './zip';
import { listSubjects, withSource, type About } from './subjects';

/** A subject as it is asked for: without a source, the first one is meant. */
type Asked = Omit<About, 'source'> & { source?: string | undefined };

/** Everything staff do with certificates, for one admin user, or from the command line. */
export const createAdministration = (strapi: Core.Strapi) => ({
  /** @param ability what the roles of `user` allow, as Strapi's admin authentication left it in the request. */
  as(user: AdminUser, ability: unknown) {
    const access: Access = accessOf(strapi, ability);
    const actor: Actor = actorOf(user);
    const runOf = async (id: string): Promise<Run> =>
      progressOf(strapi, await findRun(strapi, access, actor, id), true);
    return {
      list: (filters: ListFilters) => listCertificates(strapi, access, filters),
      export: (filters: ListFilters) => exportCertificates(strapi, access, filters, actor),
      zip: (chosen: { filters: ListFilters; ids?: string[] }) =>
        zipCertificates(strapi, access, chosen, actor),
      detail: (id: string) => certificateDetail(strapi, access, id),
      async file(id: string): Promise<{ name: string; bytes: Buffer } | null> {
        const row = await findCertificate(strapi, access, 'read', id);
        if (!row.storageKey) return null;
        const bytes = await strapi.plugin('certificates').service('storage').read(row.storageKey);
        return { name: row.fileName, bytes };
      },
      subjects: (language: string) => listSubjects(strapi, access, language),
      preview: (about: Asked) => previewIssue(strapi, access, withSource(strapi, about)),
      backlog: (about: Asked, language: string) =>
        backlog(strapi, access, withSource(strapi, about), language),
      revoke: (id: string, reason: string) => revokeCertificate(strapi, access, actor, id, reason),
      resend: (id: string) => resendCertificate(strapi, access, actor, id),
      correction: (id: string) => previewCorrection(strapi, access, id),
      correct: (id: string, reason: string) => correctCertificate(strapi, access, actor, id, reason),
      runs: () => recentRuns(strapi, (row) => mayRun(access, actor, row)),
      run: runOf,
      startRun: async (chosen: Asked & { recipientKeys: string[] | 'everybody' }) =>
        runOf(await startRun(strapi, access, actor, withSource(strapi, chosen))),
      async cancelRun(id: string) {
        await cancelRun(strapi, access, actor, id);
        return runOf(id);
      },
      async resumeRun(id: string) {
        await resumeRun(strapi, access, actor, id);
        return runOf(id);
      },
    };
  },
  /** For who has the server in their hands anyway; in the audit they are this name. */
  asOperator(name: string) {
    const actor: Actor = { key: `operator:${name}`, name };
    return {
      backlog: (about: Asked, language: string) =>
        backlog(strapi, EVERYTHING, withSource(strapi, about), language),
      startRun: (chosen: Asked & { recipientKeys: string[] | 'everybody' }) =>
        startRun(strapi, EVERYTHING, actor, withSource(strapi, chosen)),
    };
  },
  workOnRun: (runId: string, signal: AbortSignal) => workOnRun(strapi, runId, signal),
  reconcile: () => reconcileRuns(strapi),
});

export type Administration = ReturnType<ReturnType<typeof createAdministration>['as']>;
