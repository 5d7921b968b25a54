import type { Core } from '@strapi/types';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => ({
  connection: {
    client: 'postgres',
    // One address says all that Strapi's type asks for piece by piece.
    connection: {
      connectionString: env('DATABASE_URL', ''),
      ssl: env.bool('DATABASE_SSL', false)
        ? { rejectUnauthorized: env.bool('DATABASE_SSL_VERIFY', true) }
        : false,
    } as never,
    pool: { min: 0, max: env.int('DATABASE_POOL', 10) },
    acquireConnectionTimeout: 20_000,
  },
  settings: { useTypescriptMigrations: true },
});

export default config;
