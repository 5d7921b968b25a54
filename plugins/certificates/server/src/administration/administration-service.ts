import type { Core } from '@strapi/types';
import type { Run } from '../../../shared/contracts/administration';
import { accessOf, type Access } from './access';
import { actorOf, type Actor, type AdminUser } from './audit';
import { reconcileRuns, workOnRun } from './bulk/run-job';
import { progressOf, recentRuns } from './bulk/run-progress';
import { startRun } from './bulk/start-run';
import { cancelRun, findRun, resumeRun } from './bulk/steer-run';
import { certificateDetail } from './certificate-detail';
import { listCertificates } from './certificate-list';
import { correctCertificate, previewCorrection } from './correct';
import { exportCertificates } from './export';
import { findCertificate } from './find-certificate';
import type { ListFilters } from './list-query';
import { previewIssue, type About } from './preview';
import { resendCertificate } from './resend';
import { revokeCertificate } from './revoke';
import { listSubjects } from './subjects';

/** Everything staff do with certificates, for one admin user. */
export const createAdministration = (strapi: Core.Strapi) => ({
  /** @param ability what the roles of `user` allow, as Strapi's admin authentication left it in the request. */
  as(user: AdminUser, ability: unknown) {
    const access: Access = accessOf(strapi, ability);
    const actor: Actor = actorOf(user);
    const runOf = async (id: string): Promise<Run> =>
      progressOf(strapi, await findRun(strapi, access, id), true);
    return {
      list: (filters: ListFilters) => listCertificates(strapi, access, filters),
      export: (filters: ListFilters) => exportCertificates(strapi, access, filters, actor),
      detail: (id: string) => certificateDetail(strapi, access, id),
      async file(id: string): Promise<{ name: string; bytes: Buffer } | null> {
        const row = await findCertificate(strapi, access, 'read', id);
        if (!row.storageKey) return null;
        const bytes = await strapi.plugin('certificates').service('storage').read(row.storageKey);
        return { name: row.fileName, bytes };
      },
      subjects: (language: string) => listSubjects(strapi, access, language),
      preview: (about: About) => previewIssue(strapi, access, about),
      revoke: (id: string, reason: string) => revokeCertificate(strapi, access, actor, id, reason),
      resend: (id: string) => resendCertificate(strapi, access, actor, id),
      correction: (id: string) => previewCorrection(strapi, access, id),
      correct: (id: string, reason: string) => correctCertificate(strapi, access, actor, id, reason),
      runs: () =>
        recentRuns(strapi, ({ kind, subject }) => access.may('issue', { kind, subject: subject ?? null })),
      run: runOf,
      startRun: async (chosen: About & { recipientKeys: string[] }) =>
        runOf(await startRun(strapi, access, actor, chosen)),
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
  workOnRun: (runId: string, signal: AbortSignal) => workOnRun(strapi, runId, signal),
  reconcile: () => reconcileRuns(strapi),
});

export type Administration = ReturnType<ReturnType<typeof createAdministration>['as']>;
