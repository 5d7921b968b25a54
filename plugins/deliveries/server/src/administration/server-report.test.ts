import { withoutAddresses } from './server-report';

describe('what a mail server said, for who may not see every mail', () => {
  it.each([
    ['451 <ada@school.example> is greylisted', '451 <…> is greylisted'],
    ['550 5.1.1 ada@school.example: no such user', '550 5.1.1 … no such user'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'connect ECONNREFUSED 127.0.0.1:25'],
  ])('%s has no address in it any more', (answer, shown) => {
    expect(withoutAddresses(answer)).toBe(shown);
  });
});
