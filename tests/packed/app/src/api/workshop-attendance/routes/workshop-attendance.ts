import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::workshop-attendance.workshop-attendance' as never);
