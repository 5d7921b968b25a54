import { main } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

/** One line per module, `PRO: 4.32`: the mean of the marks that are set (X2). */
await main(() =>
  withStrapi(async (strapi) => {
    const { rows } = await strapi.db.connection.raw(`
      select m.code, coalesce(avg(g.mark), 0)::numeric(10, 2)::text as mean
      from (select distinct document_id, code from modules) m
      left join enrollments e on e.module_key = m.document_id
      left join grades g on g.enrollment_key = e.document_id and g.mark is not null
      group by m.code
      order by m.code`);
    for (const { code, mean } of rows) console.log(`${code}: ${mean}`);
  }),
);
