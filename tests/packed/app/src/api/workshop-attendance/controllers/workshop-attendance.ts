import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::workshop-attendance.workshop-attendance' as never);
