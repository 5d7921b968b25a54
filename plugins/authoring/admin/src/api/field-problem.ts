import { isFetchError } from '@strapi/strapi/admin';

/** What the server has against one field of a form; null where it has nothing against it. */
export function fieldProblem(error: unknown, field: string): string | null {
  if (!isFetchError(error)) return null;
  const details = error.response?.data?.error?.details as
    { errors?: { path: string[]; message: string }[] } | undefined;
  return details?.errors?.find(({ path }) => path[0] === field)?.message ?? null;
}
