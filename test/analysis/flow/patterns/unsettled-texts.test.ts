import { unsettledTexts } from '../../../../lib/analysis/flow/patterns/unsettled-texts';

type Row = [name: string, body: unknown, paths: string[], inArrays: string[], names: boolean];

const rows: Row[] = [
  ['no hole', { a: 'b', c: [1, null, { d: 'e' }] }, [], [], false],
  ['a text that is a hole', { id: '⟨id⟩', a: 'b' }, ['id'], [], false],
  ['a text with a hole in it', { detail: { arn: 'x:⟨AWS::Region⟩:y' } }, ['detail.arn'], [], false],
  ['a name with a hole', { a: { '⟨AWS::StackName⟩': 1 } }, [], [], true],
  ['an element with a hole', { a: ['b', '⟨id⟩'] }, ['a'], ['a'], false],
  ['a field of an element', { a: [{ b: ['c'] }, { b: '⟨id⟩' }] }, ['a.b'], ['a.b'], false],
  ['no body', undefined, [], [], false],
];

describe('unsettledTexts', () => {
  test.each(rows)('of a body with %s', (_, body, paths, inArrays, names) => {
    const expected = { paths: new Set(paths), inArrays: new Set(inArrays), names };
    expect(unsettledTexts(body)).toEqual(expected);
  });

  it('walks a body of any depth', () => {
    const body = JSON.parse(`${'['.repeat(100_000)}"⟨id⟩"${']'.repeat(100_000)}`);
    expect(unsettledTexts(body).inArrays).toEqual(new Set(['']));
  });
});
