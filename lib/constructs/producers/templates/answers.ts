/** What a caller is told of what PutEvents answered. */
import { type Refusal, refusals } from './refusals';

const requestId = '"requestId":"$context.extendedRequestId"';
const again = 'Send it again with the same Idempotency-Key, a CloudEvent with the same id.';

const told = ({ status, message }: Pick<Refusal, 'status' | 'message'>): string =>
  `#set($context.responseOverride.status = ${status}){"message":${JSON.stringify(message)},${requestId}}`;

const limits = 'integers have 64 bits, and it is nested at most 1000 levels deep.';

/** These are events that the template wrote: sent again, they would be refused again. */
const untakable = {
  status: 400,
  message: `EventBridge does not take this JSON, of a batch none of it: ${limits}`,
} as const;

const someNotTaken = `Not accepted: the events that notTaken lists, by their place in the request. ${again}`;
const hopeless = `An event whose error is MalformedDetail is never taken, however often it is sent: ${limits}`;

/** What the templates refuse has one entry, and only one, that no event is like. */
const refused = Object.values(refusals)
  .map((one) => [one, `$count == ${one.entries} && $malformed == ${one.entries - 1}`] as const)
  .map(([one, counts]) => `#elseif($invalid == 1 && ${counts})${told(one)}`)
  .join('\n');

/** Which entries were not taken, by their place in the request, and why PutEvents says so. */
const notTaken = [
  '#set($at = 0)#set($comma = "")',
  '#foreach($entry in $entries)#set($code = "$!entry.ErrorCode")',
  `#if($code != "")\${comma}{"index":$at#if($code.matches('[A-Za-z]+')),"error":"$code"#end}#set($comma = ",")#end`,
  '#set($at = $at + 1)#end',
].join('');

/**
 * PutEvents answers 200 even when it took none of the entries, or some. An answer that says nothing
 * of failed entries is one of a failure too.
 */
export const acceptedTemplate = [
  `#set($entries = $input.path('$.Entries'))`,
  '#set($count = 0)#set($malformed = 0)#set($invalid = 0)',
  '#foreach($entry in $entries)#set($count = $count + 1)',
  '#if("$!entry.ErrorCode" == "MalformedDetail")#set($malformed = $malformed + 1)#end',
  '#if("$!entry.ErrorCode" == "InvalidArgument")#set($invalid = $invalid + 1)#end#end',
  `#if($input.path('$.FailedEntryCount') == 0)`,
  `#set($eventId = $input.path('$.Entries[0].EventId'))`,
  `{"eventId":"$!eventId",`,
  `"eventIds":[#foreach($entry in $entries)"$!entry.EventId"#if($foreach.hasNext),#end#end],${requestId}}`,
  `#elseif($count > 0 && $malformed == $count)${told(untakable)}`,
  refused,
  '#else',
  '#set($context.responseOverride.status = 503)',
  `{"message":"${someNotTaken}#if($malformed > 0) ${hopeless}#end","notTaken":[${notTaken}],${requestId}}`,
  '#end',
].join('\n');

/**
 * Of the errors that PutEvents answers with 400, a caller can cause two: too many requests, and
 * events that are too large together, since all the rest of the request is made here. Anything else
 * (a permission that is missing) is not the caller's.
 */
export const refusedTemplate = [
  `#set($type = $input.path('$.__type'))`,
  `#if($type.contains("Throttling") || $type.contains("LimitExceeded"))`,
  '#set($context.responseOverride.status = 429)',
  `{"message":"Too many events at once. Wait, then send it again with the same Idempotency-Key, a CloudEvent with the same id.",${requestId}}`,
  `#elseif($type.contains("Validation"))`,
  told(refusals.tooLarge),
  '#else',
  `{"message":"The event was not accepted, and it is not your fault. Send it again later with the same Idempotency-Key, a CloudEvent with the same id.",${requestId}}`,
  '#end',
].join('\n');

export const failedTemplate = `{"message":"The event was not accepted. ${again}",${requestId}}`;
