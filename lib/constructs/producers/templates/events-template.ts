/**
 * What application/cloudevents+json and application/cloudevents-batch+json become. An event is
 * written again, a member at a time: source, type and specversion are the contract's by the text of
 * the template, not because they have been compared; all other attributes and the data are the JSON
 * that API Gateway reads of the body. So a member that stands twice stands once afterwards, and
 * nothing that a caller spells can become another member.
 *
 * PutEvents is asked once all events of a request have been looked at.
 */
import { checkIdentity, checkText } from './attribute-checks';
import { booleanOrInteger } from './attribute-values';
import { refuseAs, refusedEntries } from './refusals';
import { type EntryOptions, entry, fixedMembers, jsonText, maxAttributes } from './velocity';

/** Members that the template writes itself. An attribute that is null is none. */
const members =
  '#set($core = " specversion id source type time subject dataschema datacontenttype ")' +
  '#set($written = " specversion id source type data data_base64 ")';

/** The JSON and the text of the member $name of the event $event, which stands at the path $root. */
const readMember =
  `#set($path = $root.concat("['").concat($name).concat("']"))` +
  '#set($json = "$!input.json($path)")' +
  '#set($value = "$!event.get($name)")' +
  `#set($isSet = ($value != "" || $json == '""') && $json != "null")`;

const checkMembers = [
  '#foreach($name in $event.keySet())',
  `#if(!$name.matches('[a-z0-9]+') && $name != "data_base64")${refuseAs('attribute')}`,
  '#elseif($name != "data")',
  readMember,
  '#if($isSet)',
  `#if($name == "data_base64")${refuseAs('data')}`,
  `#elseif($json.startsWith('"'))`,
  checkText,
  `#elseif($core.contains(" $name ") || !$json.matches('${booleanOrInteger}'))${refuseAs('attribute')}`,
  '#end',
  '#end',
  '#end',
  '#end',
].join('\n');

function checkEvent({ source, eventType }: EntryOptions): string {
  return [
    '#set($json = "$!input.json($root)")',
    `#if(!$json.startsWith("{"))${refuseAs('identity')}`,
    `#elseif($event.size() > ${maxAttributes})${refuseAs('attribute')}`,
    '#else',
    checkMembers,
    `#if(!$event.containsKey("data"))${refuseAs('data')}#end`,
    checkIdentity(source, eventType),
    '#end',
  ].join('\n');
}

function writeEvent(options: EntryOptions): string {
  const others = [
    '#foreach($name in $event.keySet())',
    `#if(!$written.contains(" $name "))${readMember}`,
    String.raw`#if($isSet)\"$name\":${jsonText('$json')},#end`,
    '#end#end',
  ].join('');
  const at = (name: string) =>
    `#set($path = $root.concat("['${name}']"))#set($json = "$!input.json($path)")`;
  const id = `${at('id')}${jsonText('$json')}`;
  const data = String.raw`\"data\":${at('data')}#if($json == "")null#else${jsonText('$json')}#end`;
  return entry(options, `{${fixedMembers(options, id)}${others}${data}}`);
}

/** Of one event: structured mode. */
export function eventTemplate(options: EntryOptions): string {
  return [
    `#set($refused = 0)${members}`,
    `#set($root = '$')`,
    `#set($event = $input.path('$'))`,
    checkEvent(options),
    ...answer(options, `{"Entries":[${writeEvent(options)}]}`),
  ].join('\n');
}

/** Of a list of events: batched mode. PutEvents takes 10 entries. */
export function batchTemplate(options: EntryOptions): string {
  const root = `#set($root = $open.concat("$at").concat("]"))`;
  return [
    `#set($refused = 0)${members}`,
    `#set($open = '$[')#set($root = '$')`,
    '#set($json = "$!input.json($root)")',
    `#set($events = $input.path('$'))`,
    `#if(!$json.startsWith("["))${refuseAs('batch')}`,
    `#elseif($events.size() < 1 || $events.size() > 10)${refuseAs('batch')}`,
    '#else',
    '#set($at = 0)',
    `#foreach($event in $events)${root}`,
    checkEvent(options),
    '#set($at = $at + 1)',
    '#end',
    '#end',
    ...answer(
      options,
      `{"Entries":[#set($at = 0)#foreach($event in $events)#if($at > 0),#end${root}${writeEvent(options)}#set($at = $at + 1)#end]}`,
    ),
  ].join('\n');
}

function answer(options: EntryOptions, entries: string): string[] {
  return [
    `#if($input.body.length() > ${options.maxBodySize})${refuseAs('tooLarge')}#end`,
    `#if($refused > 0)${refusedEntries(options)}#else${entries}#end`,
  ];
}
