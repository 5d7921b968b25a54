import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env('DATABASE_URL') } as never,
    pool: { min: 0, max: 5 },
  },
});
