import { whereDoesItGo } from '../../examples/where-does-it-go';

describe('where an order of the guide goes', () => {
  it('is nowhere, because it ships to Canada', () => {
    expect(whereDoesItGo()).toEqual([
      expect.stringMatching(/^SeattleRule[0-9A-F]{8}: filtered, the pattern does not match$/),
    ]);
  });
});
