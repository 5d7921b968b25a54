import type { Core } from '@strapi/strapi';
import { ATTENDANCE } from './workshop-source';

const FOR_ALL = [
  'certificate.verify',
  'certificate.ofFile',
  'credential.check',
  'credential.did',
  'credential.statusList',
];
const FOR_RECIPIENTS = [
  'certificate.mine',
  'certificate.request',
  'certificate.file',
  'certificate.showName',
  'credential.download',
];
const certificates = (actions: string[]) => actions.map((action) => `plugin::certificates.${action}`);
const GRANTS: Record<string, string[]> = {
  public: certificates(FOR_ALL),
  authenticated: [...certificates([...FOR_ALL, ...FOR_RECIPIENTS]), `${ATTENDANCE}.create`],
};

/** What the plugin's README says to grant, to Strapi's two roles. */
export async function grant(strapi: Core.Strapi): Promise<void> {
  for (const [type, actions] of Object.entries(GRANTS)) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
    for (const action of actions) {
      const permission = { action, role: role.id };
      const permissions = strapi.db.query('plugin::users-permissions.permission');
      if (!(await permissions.findOne({ where: permission }))) await permissions.create({ data: permission });
    }
  }
}
