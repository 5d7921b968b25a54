import { fingerprintOf } from './fingerprint';

it('a PDF has the SHA-256 that sha256sum gives', async () => {
  expect(await fingerprintOf(new Blob(['%PDF-1.7\n']))).toEqual({
    ok: true,
    sha256: '0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e',
  });
});

it('one bit more makes another', async () => {
  const [one, other] = [
    await fingerprintOf(new Blob(['%PDF-1.7\na'])),
    await fingerprintOf(new Blob(['%PDF-1.7\nc'])),
  ];
  expect(one).not.toEqual(other);
});

it('anything else is no PDF', async () => {
  expect(await fingerprintOf(new Blob(['<html>']))).toEqual({ ok: false, problem: 'not-a-pdf' });
});
