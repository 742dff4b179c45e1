import type {
  EventBridgeClient,
  PutEventsCommandInput,
  PutEventsCommandOutput,
} from '@aws-sdk/client-eventbridge';

const each = 3;
const failure = { ErrorCode: 'ThrottlingException', ErrorMessage: 'made up by the test' };

/**
 * PutEvents answers 200 while it refuses single entries, and no endpoint without AWS ever does. So here every third request loses its first and last
 * entry on the way, and its answer says so: a producer that does not look loses events, one that sends the whole batch again doubles them.
 */
export function failInParts(client: EventBridgeClient): void {
  let requests = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const { Entries = [] } = args.input as PutEventsCommandInput;
      requests += 1;
      if (requests % each !== 0 || Entries.length < 3) return next(args);
      const kept = { ...args.input, Entries: Entries.slice(1, -1) };
      const { response, output } = await next({ ...args, input: kept });
      return { response, output: { ...output, ...withFailures(output as PutEventsCommandOutput) } };
    },
    { step: 'initialize', name: 'failInParts' },
  );
}

function withFailures({ Entries = [], FailedEntryCount = 0 }: PutEventsCommandOutput) {
  return { Entries: [failure, ...Entries, failure], FailedEntryCount: FailedEntryCount + 2 };
}
