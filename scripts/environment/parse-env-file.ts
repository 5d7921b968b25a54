/**
 * Finds lines of a `.env` that are neither empty, a comment, nor `NAME=value`; dotenv skips them in silence.
 * @returns 1-based line numbers with what stands there.
 */
export function faultyLines(text: string): { line: number; content: string }[] {
  const faults: { line: number; content: string }[] = [];
  let inQuotes: string | null = null;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (inQuotes) {
      if (content.includes(inQuotes)) inQuotes = null;
      continue;
    }
    if (/^\s*(#.*)?$/.test(content)) continue;
    const match = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_.-]*\s*=\s*(.*)$/.exec(content);
    if (!match) {
      faults.push({ line: index + 1, content: content.trim().split('=')[0]?.slice(0, 40) ?? '' });
      continue;
    }
    const value = match[1] ?? '';
    const quote = /^["'`]/.exec(value)?.[0];
    if (quote && !value.slice(1).includes(quote)) inQuotes = quote;
  }
  return faults;
}
