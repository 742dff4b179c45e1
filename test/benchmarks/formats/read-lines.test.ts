import { readLines } from '../../../benchmarks/formats/read-lines';

const event = {
  ...{ specversion: '1.0', id: '1', source: 'a', type: 'order.placed.v1' },
  data: { total: 1 },
};

describe('readLines', () => {
  it('takes the data of CloudEvents, and what else travels with it', () => {
    expect(readLines(JSON.stringify(event)).samples).toEqual([
      // {"specversion":"1.0","id":"1","source":"a","type":"order.placed.v1","data":}
      { data: { total: 1 }, type: 'order.placed.v1', envelopeBytes: 76 },
    ]);
  });

  it('takes other lines for data, and gives them a typical envelope', () => {
    const [sample] = readLines('\ufeff{"total":1}\r\n').samples;

    expect(sample).toMatchObject({ data: { total: 1 }, type: '' });
    expect(sample?.envelopeBytes).toBeGreaterThan(150);
  });

  it.each([
    ['no JSON', '{"a":', /JSON/],
    ['no object', '[1]', /an event is a JSON object, not \[1\]/],
    ['no data', JSON.stringify({ ...event, data: undefined }), /the CloudEvent has no data/],
  ])('leaves out a line that holds %s, and says which', (_, line, problem) => {
    const { samples, refused } = readLines(`${JSON.stringify(event)}\n\n${line}\n{}\n`);

    expect(samples).toHaveLength(2);
    expect(refused).toEqual([{ line: 3, problem: expect.stringMatching(problem) }]);
  });
});
