import * as values from './attribute-values';
import { refuseAs } from './refusals';

/** Velocity: refuses the attribute $name if its text $value is none of CloudEvents. */
export const checkText = [
  `#if(!$value.matches('${values.text}'))${refuseAs('attribute')}`,
  `#elseif($name == "subject" && $value == "")${refuseAs('attribute')}`,
  `#elseif($name == "time" && !$value.matches('${values.time}'))${refuseAs('attribute')}`,
  `#elseif($name == "dataschema" && !$value.replaceAll('${values.percentEncoded}', '~').matches('${values.uri}'))${refuseAs('attribute')}`,
  `#elseif($name == "datacontenttype" && ($value.length() > ${values.maxMediaTypeLength} || !$value.matches('${values.jsonMediaType}')))${refuseAs('data')}`,
  '#end',
].join('\n');

/** Velocity: refuses the event $event (a map) if what makes it one is missing or another's. */
export function checkIdentity(source: string, eventType: string): string {
  return [
    `#if("$!event.get('specversion')" != "1.0" || "$!event.get('id')" == "")${refuseAs('identity')}#end`,
    `#if("$!event.get('source')" != "${source}" || "$!event.get('type')" != "${eventType}")${refuseAs('stranger')}#end`,
  ].join('\n');
}
