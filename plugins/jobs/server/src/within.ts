/**
 * Waits for something, but not for ever.
 *
 * @returns whether it came in time. What comes later is let go, its errors too.
 * @throws what it is rejected with in time.
 */
export async function within(seconds: number, awaited: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), seconds * 1000);
  });
  awaited.catch(() => undefined);
  try {
    return await Promise.race([awaited.then(() => true), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
