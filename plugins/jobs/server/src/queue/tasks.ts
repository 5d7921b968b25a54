/**
 * Which tasks exist and what each is given. Whoever declares a task adds to it:
 * `declare module '@lumino/strapi-plugin-jobs/strapi-server' { interface Tasks { 'reports/weekly': { reportId: string } } }`
 */
export interface Tasks {
  [task: string]: Record<string, string | number | boolean | null>;
}
