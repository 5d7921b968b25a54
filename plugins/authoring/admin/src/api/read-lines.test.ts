import { readLines } from './read-lines';

const streamOf = (...pieces: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

it('lines are told whole, wherever the answer is cut', async () => {
  const bytes = new TextEncoder().encode('{"title":"Café"}\n{"title":"té"}\n');
  const told: unknown[] = [];
  // In the middle of a letter, and of a line.
  await readLines(streamOf(bytes.slice(0, 14), bytes.slice(14, 22), bytes.slice(22)), (line) =>
    told.push(line),
  );
  expect(told).toEqual([{ title: 'Café' }, { title: 'té' }]);
});
