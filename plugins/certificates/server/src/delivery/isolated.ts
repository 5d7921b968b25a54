/**
 * A name within a sentence, which keeps its direction to itself: between first strong isolate and its end, as letters want
 * it. Isolates of its own, with which it could get out, are taken away.
 */
export const isolated = (name: string): string => `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069`;
