const MAX_BYTES = 2_000;

/**
 * A payload holds ids, nothing else: whatever it says twice can come to differ, and whatever it says of a person stays
 * in the database for days.
 *
 * @throws TypeError when it is not a small plain object of strings, numbers, booleans and null.
 */
export function checkPayload(
  task: string,
  payload: unknown,
): asserts payload is Record<string, string | number | boolean | null> {
  const plain =
    typeof payload === 'object' && payload !== null && Object.getPrototypeOf(payload) === Object.prototype;
  if (!plain) throw new TypeError(`${task}: a payload is a plain object`);
  for (const [key, value] of Object.entries(payload as object)) {
    if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
      throw new TypeError(
        `${task}: payload.${key} is a ${typeof value}; allowed are string, number, boolean and null`,
      );
    }
  }
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (bytes > MAX_BYTES)
    throw new TypeError(`${task}: the payload has ${bytes} bytes; at most ${MAX_BYTES} are allowed`);
}
