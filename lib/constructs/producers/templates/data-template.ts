/**
 * What application/json becomes: the data alone, or a CloudEvent in binary mode, which has its
 * attributes in headers that begin with `ce-` and its data in the body
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md).
 * What a caller sends stands where its attributes and its data stand and nowhere else, as JSON text
 * inside JSON text.
 */
import { checkIdentity, checkText } from './attribute-checks';
import { percentEncoded } from './attribute-values';
import { refuseAs, refusedEntries } from './refusals';
import { type EntryOptions, entry, fixedMembers, jsonText, maxHeaders, nested } from './velocity';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthNumbers = months
  .map((month, at) => `"${month}":"${String(at + 1).padStart(2, '0')}"`)
  .join(',');

/** The headers alone, however they are spelt: params('...') would take them from the query string too. */
export const readHeaders = [
  '#set($headers = $input.params().header)',
  '#set($event = {})',
  `#if($headers.size() > ${maxHeaders})${refuseAs('attribute')}#end`,
  '#foreach($header in $headers.keySet())',
  '#set($name = $header.toLowerCase())',
  '#set($value = "$!headers.get($header)")',
  '#if($name == "idempotency-key")#set($id = $value)',
  '#elseif($name.startsWith("ce-"))',
  '#set($name = $name.substring(3))',
  // An older producer writes a value in quotation marks.
  `#if($value.length() > 1 && $value.startsWith('"') && $value.endsWith('"'))`,
  '#set($last = $value.length() - 1)',
  String.raw`#set($value = $value.substring(1, $last).replaceAll('\\(.)', '$1'))`,
  '#end',
  `#if(!$name.matches('[a-z0-9]+') || $event.containsKey($name))${refuseAs('attribute')}`,
  `#elseif($name == "data" || $name == "datacontenttype")${refuseAs('data')}`,
  `#elseif(!$value.matches('[ -~]*') || $value.replaceAll('${percentEncoded}', '').contains('%'))${refuseAs('attribute')}`,
  '#else',
  // urlDecode reads a + as a space. What is no UTF-8 becomes U+FFFD.
  '#set($value = $util.urlDecode($value.replace("+", "%2B")))',
  `#if(!$value.matches('[^\\x{FFFD}]*'))${refuseAs('attribute')}#end`,
  checkText,
  '#set($before = $event.put($name, $value))',
  '#end',
  '#end',
  '#end',
].join('\n');

/**
 * The id of bare data is the caller's `Idempotency-Key`, so that a retry says the same event again;
 * else the extended request id, which a caller can't choose ($context.requestId it can). The time is
 * made of $context.requestTime (`09/Apr/2026:12:34:56 +0000`), always in UTC.
 */
const makeAttributes = [
  // What a CloudEvent's id can't hold is written as in a URL: the same key, the same id.
  `#if("$!id" == "")#set($id = $context.extendedRequestId)#elseif(!$id.matches('[ -~]+'))#set($id = $util.urlEncode($id))#end`,
  '#set($at = $context.requestTime)',
  `#set($months = {${monthNumbers}})`,
  '#set($month = $months.get($at.substring(3, 6)))',
  '#set($time = "$at.substring(7, 11)-${month}-$at.substring(0, 2)T$at.substring(12, 20)Z")', // a name in Velocity may hold a hyphen
];

const attributes = [
  '#foreach($name in $event.keySet())',
  `#if($name != "specversion" && $name != "id" && $name != "source" && $name != "type")`,
  String.raw`\"$name\":\"${nested('$event.get($name)')}\",`,
  '#end#end',
].join('');

export function dataTemplate(options: EntryOptions): string {
  const { source, eventType, maxBodySize } = options;
  const detail = [
    '{',
    fixedMembers(options, String.raw`\"${nested('$id')}\"`),
    String.raw`#if($isEvent)\"datacontenttype\":\"application/json\",${attributes}#else\"time\":\"$time\",#end`,
    String.raw`\"data\":${jsonText("$input.json('$')")}`,
    '}',
  ].join('');
  return [
    '#set($refused = 0)',
    readHeaders,
    '#set($isEvent = $event.size() > 0)',
    '#if($isEvent)',
    checkIdentity(source, eventType),
    `#set($id = "$!event.get('id')")`,
    '#else',
    ...makeAttributes,
    '#end',
    `#if($input.body.length() > ${maxBodySize})${refuseAs('tooLarge')}#end`,
    `#if($refused > 0)${refusedEntries(options)}#else`,
    `{"Entries":[${entry(options, detail)}]}#end`,
  ].join('\n');
}
