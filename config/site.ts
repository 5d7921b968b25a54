import type { Core } from '@strapi/types';

/** The learner site in front of this cms. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  url: env('SITE_URL') || 'http://localhost:4321',
});

export default config;
