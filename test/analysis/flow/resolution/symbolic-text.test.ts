import {
  holesOf,
  madeUpName,
  splitText,
  unknownText,
} from '../../../../lib/analysis/flow/resolution/symbolic-text';

describe('splitText', () => {
  it('splits where the separator stands in the text, not in a hole', () => {
    expect(splitText('arn:⟨AWS::Partition⟩:sqs', ':')).toEqual(['arn', '⟨AWS::Partition⟩', 'sqs']);
  });

  it('keeps the rest in the last part', () => {
    expect(splitText('a:b:c', ':', 2)).toEqual(['a', 'b:c']);
    expect(splitText('', ':')).toEqual(['']);
  });
});

describe('holesOf', () => {
  it('has each hole once, also of labels that hold our own marks', () => {
    const [one, other] = [unknownText('a ⟨b⟩/c'), madeUpName('S/1', 'Q⟩')];
    expect(holesOf(`${one}-${other}-${one}`)).toEqual([one, other]);
  });
});
