import { Client } from 'pg';

/** What staff or time would have done, written into the database of the Lumino under test. */
export async function sql(text: string, values: string[] = []): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(text, values).finally(() => client.end());
}
