import { within } from './within';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('waiting, but not for ever', () => {
  it('says whether it came in time', async () => {
    expect(await within(1, later(5))).toBe(true);
    expect(await within(0.02, new Promise(() => undefined))).toBe(false);
  });

  it('throws what went wrong in time, and lets go of what goes wrong later', async () => {
    await expect(within(1, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    const late = later(30).then(() => Promise.reject(new Error('nobody hears this')));
    expect(await within(0.01, late)).toBe(false);
    await later(50);
  });
});
