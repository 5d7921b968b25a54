import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::workshop-attendance.workshop-attendance' as never);
