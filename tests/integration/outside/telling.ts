/** What came of it, in a form that goes through JSON. */
export async function settled(
  work: Promise<unknown>,
): Promise<{ value?: unknown; message?: string; details?: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    const { message, details } = error as Error & { details?: unknown };
    return { message, details };
  }
}

/** Asks until it is so. @throws after two and a half minutes */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 150_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It is still not so: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Whoever started this reads what stands behind the mark. */
export const MARK = 'OUTSIDE ';
export const tell = (answer: unknown): void => console.log(MARK + JSON.stringify(answer));
