import { fillDown, pastedColumn } from './pasted-column';

describe('a column pasted from a spreadsheet (M2)', () => {
  it.each([
    ['of LibreOffice', '8\n7,5\n10\n'],
    ['of Excel', '8\r\n7,5\r\n10\r\n'],
    ['of an old Mac', '8\r7,5\r10'],
    ['with further columns', '8\tgood\n7,5\t\n10\tsplendid'],
    ['with quoted cells', '"8"\n"7,5"\n"10"'],
  ])('%s is read line by line', (_, text) => {
    expect(pastedColumn(text)).toEqual(['8', '7,5', '10']);
  });

  it('keeps empty cells in their place', () => {
    expect(pastedColumn('8\n\n10\n')).toEqual(['8', '', '10']);
  });

  it('of one cell is one value', () => {
    expect(pastedColumn('8')).toEqual(['8']);
  });

  it('fills downward from the cell it was pasted into', () => {
    expect(fillDown(['ana', 'bo', 'cy'], 'bo', ['7', '8'])).toEqual({
      cells: [
        { enrollmentKey: 'bo', text: '7' },
        { enrollmentKey: 'cy', text: '8' },
      ],
      left: 0,
    });
  });

  it('tells how many values had no student left', () => {
    expect(fillDown(['ana', 'bo'], 'bo', ['7', '8', '9'])).toMatchObject({ cells: [{ text: '7' }], left: 2 });
    expect(fillDown(['ana'], 'nobody', ['7'])).toEqual({ cells: [], left: 1 });
  });
});
