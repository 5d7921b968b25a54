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
    // The message of a failed statement would have its values in it, and so the logs.
    ...({ compileSqlOnError: false } as object),
  },
  settings: {
    useTypescriptMigrations: true,
    // Strapi would drop tables and columns that this version does not know; but the version before it runs beside it for a
    // moment, and again after a rollback. What nobody needs any more is dropped by a migration, one version later.
    forceMigration: false,
  },
});

export default config;
