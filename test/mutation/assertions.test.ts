import { assertions } from './assertions';
import { pristineTemplates } from './fixtures';

describe('the templates of the library', () => {
  const templates = pristineTemplates();

  it.each(assertions)('$title', ({ violations }) => {
    expect(violations(templates)).toEqual([]);
  });
});
