/**
 * The Velocity templates by which API Gateway turns a request into PutEvents and its answer into
 * HTTP. What a caller sends stands in two places only, the event's id and its data, each as JSON
 * text inside JSON text; source, type and bus are the contract's, whatever is sent.
 *
 * They are executed in tests, on arbitrary bodies, keys and answers: reading them is not enough.
 */

export interface RequestTemplateOptions {
  readonly source: string;
  readonly eventType: string;
  readonly busName: string;
  /** In characters of the body. */
  readonly maxBodySize: number;
}

/**
 * escapeJavaScript turns ' into \', which is no JSON. Java's replace is literal and replaces all.
 */
const jsonText = (expression: string): string =>
  `$util.escapeJavaScript(${expression}).replace("\\'", "'")`;

/** Inside a JSON text that stands inside a JSON text. */
const nested = (expression: string): string => jsonText(jsonText(expression));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthNumbers = months
  .map((month, at) => `"${month}":"${String(at + 1).padStart(2, '0')}"`)
  .join(',');

/**
 * The id is the caller's `Idempotency-Key`, so that a retry says the same event again; else the
 * extended request id, which a caller can't choose ($context.requestId it can). The time is made of
 * $context.requestTime (`09/Apr/2026:12:34:56 +0000`), always in UTC.
 *
 * A body above the limit is not sent: PutEvents is asked to take no entry, which it refuses as it
 * refuses a request above its own limit.
 */
export function requestTemplate(options: RequestTemplateOptions): string {
  const { source, eventType, busName, maxBodySize } = options;
  const event = [
    String.raw`\"specversion\":\"1.0\"`,
    String.raw`\"id\":\"${nested('$id')}\"`,
    String.raw`\"source\":\"${source}\"`,
    String.raw`\"type\":\"${eventType}\"`,
    String.raw`\"time\":\"$time\"`,
    String.raw`\"data\":${jsonText("$input.json('$')")}`,
  ].join(',');
  return [
    // Of the headers alone, however it is spelt: params('...') would take it from the query string too.
    `#foreach($name in $input.params().header.keySet())#if($name.equalsIgnoreCase("Idempotency-Key"))#set($id = $input.params().header.get($name))#end#end`,
    // What a CloudEvent's id can't hold is written as in a URL: the same key, the same id.
    `#if("$!id" == "")#set($id = $context.extendedRequestId)#elseif(!$id.matches("[ -~]+"))#set($id = $util.urlEncode($id))#end`,
    `#set($at = $context.requestTime)`,
    `#set($months = {${monthNumbers}})`,
    `#set($month = $months.get($at.substring(3, 6)))`,
    `#set($time = "$at.substring(7, 11)-\${month}-$at.substring(0, 2)T$at.substring(12, 20)Z")`, // a name in Velocity may hold a hyphen,
    `#if($input.body.length() > ${maxBodySize}){"Entries":[]}#else`,
    `{"Entries":[{"Source":"${source}","DetailType":"${eventType}","EventBusName":"${busName}","Detail":"{${event}}"}]}#end`,
  ].join('\n');
}

/** PutEvents answers 200 even when it did not take the entry. */
export const acceptedTemplate = [
  `#if($input.path('$.FailedEntryCount') != 0)`,
  `#set($context.responseOverride.status = 503)`,
  `{"message":"The event was not accepted. Send it again with the same Idempotency-Key.","requestId":"$context.extendedRequestId"}`,
  `#else`,
  `#set($eventId = $input.path('$.Entries[0].EventId'))`,
  `{"eventId":"$!eventId","requestId":"$context.extendedRequestId"}`,
  `#end`,
].join('\n');

/**
 * Of the errors that PutEvents answers with 400, a caller can cause two: too many requests, and an
 * event that is too large, since all the rest of the request is made here. Anything else (a
 * permission that is missing) is not the caller's.
 */
export const refusedTemplate = [
  `#set($type = $input.path('$.__type'))`,
  `#if($type.contains("Throttling") || $type.contains("LimitExceeded"))`,
  `#set($context.responseOverride.status = 429)`,
  `{"message":"Too many events at once. Wait, then send it again with the same Idempotency-Key.","requestId":"$context.extendedRequestId"}`,
  `#elseif($type.contains("Validation"))`,
  `#set($context.responseOverride.status = 413)`,
  `{"message":"The event is too large. Leave out what consumers can look up, or send a reference to it.","requestId":"$context.extendedRequestId"}`,
  `#else`,
  `{"message":"The event was not accepted, and it is not your fault. Send it again later with the same Idempotency-Key.","requestId":"$context.extendedRequestId"}`,
  `#end`,
].join('\n');

export const failedTemplate = `{"message":"The event was not accepted. Send it again with the same Idempotency-Key.","requestId":"$context.extendedRequestId"}`;
