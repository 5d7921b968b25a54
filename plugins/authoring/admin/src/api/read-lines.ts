/** Tells each line of an answer as it comes, as the JSON that it is. */
export async function readLines<Line>(
  stream: ReadableStream<Uint8Array>,
  tell: (line: Line) => void,
): Promise<void> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) tell(JSON.parse(line) as Line);
    if (done) return;
  }
}
