import type { Page } from '@playwright/test';

/** As if an endpoint of the admin said something else, on this page alone. @param address a glob */
export async function answerInstead(
  page: Page,
  address: string,
  change: (data: any) => unknown,
): Promise<void> {
  await page.route(address, async (route) => {
    // A page that is left takes its questions with it.
    const response = await route.fetch().catch(() => null);
    if (!response) return route.abort().catch(() => {});
    const { data } = await response.json();
    await route.fulfill({ response, json: { data: change(data) } });
  });
}
