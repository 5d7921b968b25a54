import { dataBlock } from './data-block';

it('has nothing that could end the element it stands in, and says the same', () => {
  const data = { name: '</script><script>alert(1)</script><!--', list: ['<', '&', '"'] };
  expect(dataBlock(data)).not.toContain('<');
  expect(JSON.parse(dataBlock(data))).toEqual(data);
});
