import { clientAddress } from './client-address';

const connected = () => '10.0.0.1';

describe('whom a request is from (P7)', () => {
  it('is said by the connection where there is no proxy, whatever X-Forwarded-For says', () =>
    expect(clientAddress(connected, '203.0.113.7', 0)).toBe('10.0.0.1'));
  it('is what our own proxy added, behind what a stranger made up', () =>
    expect(clientAddress(connected, '1.1.1.1, 203.0.113.7', 1)).toBe('203.0.113.7'));
  it('is one before the last behind two', () =>
    expect(clientAddress(connected, '1.1.1.1, 203.0.113.7, 10.0.0.2', 2)).toBe('203.0.113.7'));
  it.each([null, '', ' '])('is said by the connection when the header is %p', (header) =>
    expect(clientAddress(connected, header, 1)).toBe('10.0.0.1'),
  );
  it('is this machine when there is no connection', () =>
    expect(
      clientAddress(
        () => {
          throw new Error('prerendered');
        },
        null,
        0,
      ),
    ).toBe('127.0.0.1'));
});
