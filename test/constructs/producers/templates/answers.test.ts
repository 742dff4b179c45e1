import fc from 'fast-check';
import {
  acceptedTemplate,
  failedTemplate,
  refusedTemplate,
} from '../../../../lib/constructs/producers/templates/answers';
import { refusals, refusedEntries } from '../../../../lib/constructs/producers/templates/refusals';
import { renderAnswer, renderRequest } from '../../../support/velocity';
import { options } from './oracle';

const answered = (one: string, answer: unknown) => {
  const { body, status } = renderAnswer(one, answer);
  return { status, ...JSON.parse(body) };
};

describe('acceptedTemplate', () => {
  it('tells the ids of an event that was taken', () => {
    const answer = { FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }] };
    expect(answered(acceptedTemplate, answer)).toEqual({
      status: undefined,
      eventId: 'e-1',
      eventIds: ['e-1'],
      requestId: 'JJbx=',
    });
  });

  it('answers JSON where PutEvents says no id', () => {
    expect(answered(acceptedTemplate, { FailedEntryCount: 0, Entries: [{}] })).toMatchObject({
      eventId: '',
    });
  });

  it('answers 503 for an event that PutEvents answered 200 and did not take', () => {
    const answer = {
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InternalFailure', ErrorMessage: '"' }],
    };
    expect(answered(acceptedTemplate, answer)).toEqual({
      status: 503,
      message: expect.stringContaining('same Idempotency-Key'),
      notTaken: [{ index: 0, error: 'InternalFailure' }],
      requestId: 'JJbx=',
    });
  });
});

describe('acceptedTemplate, of several entries,', () => {
  const fails = (ErrorCode: string) => ({ ErrorCode, ErrorMessage: '"}' });

  it('tells the ids in the order of the events', () => {
    const answer = { FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }, { EventId: 'e-2' }] };
    expect(answered(acceptedTemplate, answer)).toMatchObject({
      eventId: 'e-1',
      eventIds: ['e-1', 'e-2'],
    });
  });

  it('answers 503 where some were not taken, and says which', () => {
    const Entries = [
      { EventId: 'e-1' },
      fails('InternalFailure'),
      { EventId: 'e-3' },
      fails('Odd "code"'),
    ];
    expect(answered(acceptedTemplate, { FailedEntryCount: 2, Entries })).toMatchObject({
      status: 503,
      notTaken: [{ index: 1, error: 'InternalFailure' }, { index: 3 }],
    });
  });

  test.each([
    [2, 413, 'too large'],
    [3, 400, 'type or the source'],
    [4, 400, 'specversion 1.0 and an id'],
    [5, 400, 'An attribute'],
    [6, 400, 'JSON in data'],
    [7, 400, '1 to 10'],
    [8, 503, 'Not accepted'],
  ])(
    'reads %i entries, one without a Detail and the others without JSON, as %i',
    (count, status, message) => {
      const Entries = [
        fails('InvalidArgument'),
        ...Array(count - 1).fill(fails('MalformedDetail')),
      ];
      const answer = answered(acceptedTemplate, { FailedEntryCount: count, Entries });
      expect(answer).toMatchObject({ status, message: expect.stringContaining(message) });
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'blames the JSON of %i events of which EventBridge takes none',
    (count) => {
      const Entries = Array(count).fill(fails('MalformedDetail'));
      expect(answered(acceptedTemplate, { FailedEntryCount: count, Entries })).toEqual({
        status: 400,
        message: expect.stringMatching(/^EventBridge does not take this JSON/),
        requestId: 'JJbx=',
      });
    },
  );

  test.each(Object.entries(refusals))('tells why the templates refused it: %s', (_name, why) => {
    const template = `#set($refused = ${why.entries})${refusedEntries(options)}`;
    const { Entries } = JSON.parse(renderRequest(template, { body: '{}' }));
    const codes = Entries.map(({ Detail }: { Detail?: string }) =>
      fails(Detail === undefined ? 'InvalidArgument' : 'MalformedDetail'),
    );

    const answer = answered(acceptedTemplate, { FailedEntryCount: codes.length, Entries: codes });

    expect(answer).toMatchObject({ status: why.status, message: why.message });
  });

  it('says which of a batch are never taken, and asks for the others again', () => {
    const Entries = [fails('MalformedDetail'), fails('InternalFailure'), { EventId: 'e-3' }];
    expect(answered(acceptedTemplate, { FailedEntryCount: 2, Entries })).toEqual({
      status: 503,
      message: expect.stringMatching(
        /Send it again .* error is MalformedDetail is never taken, however often/,
      ),
      notTaken: [
        { index: 0, error: 'MalformedDetail' },
        { index: 1, error: 'InternalFailure' },
      ],
      requestId: 'JJbx=',
    });
  });

  it('says nothing of JSON where nothing is wrong with it', () => {
    const Entries = [{ EventId: 'e-1' }, fails('InternalFailure')];
    const answer = answered(acceptedTemplate, { FailedEntryCount: 1, Entries });
    expect(answer.message).not.toContain('MalformedDetail');
  });

  it('reads as many entries that failed otherwise as a failure', () => {
    const Entries = [fails('MalformedDetail'), fails('InternalFailure')];
    const answer = answered(acceptedTemplate, { FailedEntryCount: 2, Entries });
    expect(answer.status).toBe(503);
  });

  it('answers 503 to an answer that says nothing', () => {
    expect(answered(acceptedTemplate, {}).status).toBe(503);
  });
});

describe('refusedTemplate', () => {
  test.each([
    ['ThrottlingException', 429],
    ['com.amazonaws.events#ThrottlingException', 429],
    ['LimitExceededException', 429],
    ['ValidationException', 413],
    ['com.amazon.coral.validate#ValidationException', 413],
    ['AccessDeniedException', undefined],
    ['ResourceNotFoundException', undefined],
    ['', undefined],
  ])('tells %s apart', (type, status) => {
    const answer = answered(refusedTemplate, { __type: type, message: 'x' });
    expect(answer).toEqual({ status, message: expect.any(String), requestId: 'JJbx=' });
  });

  it('answers JSON where PutEvents says no type', () => {
    expect(answered(refusedTemplate, {})).toMatchObject({ message: expect.any(String) });
  });

  it('lets nothing of the answer into its own, for every answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (type, rest) => {
        const answer = answered(refusedTemplate, { __type: type, message: rest });
        expect(Object.keys(answer).sort()).toEqual(['message', 'requestId', 'status']);
      }),
    );
  });
});

describe('failedTemplate', () => {
  it('asks to send it again', () => {
    expect(answered(failedTemplate, {})).toEqual({
      status: undefined,
      message: expect.stringContaining('same Idempotency-Key'),
      requestId: 'JJbx=',
    });
  });
});
