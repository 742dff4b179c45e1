/**
 * What the mapping templates of an API say more than once. They are Velocity's language with Java's
 * strings, in the little that every version of Velocity understands alike: no arithmetic inside of a
 * call, no comparison with what may be null (`"$!x"` is a text, whatever $x is), regular expressions
 * in single quotation marks, where nothing is filled in.
 */

/** Which event a template is for. */
export interface EntryOptions {
  readonly source: string;
  readonly eventType: string;
  readonly busName: string;
  /** In characters of the body. */
  readonly maxBodySize: number;
}

/**
 * escapeJavaScript turns ' into \', which is no JSON. Java's replace is literal and replaces all.
 */
export const jsonText = (expression: string): string =>
  `$util.escapeJavaScript(${expression}).replace("\\'", "'")`;

/** Inside a JSON text that stands inside a JSON text. */
export const nested = (expression: string): string => jsonText(jsonText(expression));

/** An entry of PutEvents: source, type and bus are the contract's, whatever is sent. */
export function entry({ source, eventType, busName }: EntryOptions, detail?: string): string {
  const own = `"Source":"${source}","DetailType":"${eventType}","EventBusName":"${busName}"`;
  return detail === undefined ? `{${own}}` : `{${own},"Detail":"${detail}"}`;
}

/** The members of every Detail that a caller can't choose, and its id, which is JSON already. */
export function fixedMembers({ source, eventType }: EntryOptions, id: string): string {
  return [
    String.raw`\"specversion\":\"1.0\"`,
    String.raw`\"id\":${id}`,
    String.raw`\"source\":\"${source}\"`,
    String.raw`\"type\":\"${eventType}\",`,
  ].join(',');
}

/** More than a loop of API Gateway runs are never met: what stands behind is cut off in silence. */
export const maxAttributes = 100;
export const maxHeaders = 500;
