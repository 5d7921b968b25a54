import { faultyLines } from './parse-env-file.ts';

describe('a .env file', () => {
  it('may hold comments, empty lines, exports and quoted values over several lines', () => {
    expect(faultyLines('# a\n\nA=1\nexport B=2\nC="x\ny"\nD=\n')).toEqual([]);
  });

  it('with a line that says nothing is refused by the number of the line', () => {
    expect(faultyLines('A=1\nthis is not a setting\n')).toEqual([
      { line: 2, content: 'this is not a setting' },
    ]);
  });

  it('never shows what stands behind the equals sign', () => {
    expect(faultyLines('MY SECRET=hunter2')).toEqual([{ line: 1, content: 'MY SECRET' }]);
  });
});
