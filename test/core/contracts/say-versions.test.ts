import { sayVersions } from '../../../lib/core/contracts';

describe('sayVersions', () => {
  test.each([
    [[3], 'version 3'],
    [[1, 2], 'versions 1 and 2'],
    [[1, 2, 3], 'versions 1 to 3'],
    [[10, 1, 2, 3, 7], 'versions 1 to 3, 7 and 10'],
    [[1, 3], 'versions 1 and 3'],
  ])('says %j', (versions, said) => {
    expect(sayVersions(versions)).toBe(said);
  });
});
