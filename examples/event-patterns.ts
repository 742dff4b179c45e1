import {
  canBothMatch,
  canMatch,
  compile,
  covers,
  describeExplanation,
  explain,
  matches,
  parsePattern,
} from '../lib/event-patterns';

// #region matches
const largeOrders = parsePattern({
  source: ['shop.checkout'],
  detail: { data: { shipTo: { country: ['US', 'CA'] }, total: [{ numeric: ['>=', 100] }] } },
});

/** The event as AWS sees it: a JSON text. An object does, too. */
export function isLargeOrder(event: string): boolean {
  return matches(largeOrders, event);
}
// #endregion

// #region explain
export function whyNot(event: string): string {
  const explanation = explain(largeOrders, event); // as data: field by field, the nearest $or first
  return explanation.matches ? '' : describeExplanation(explanation);
}
// #endregion

// #region compile
const rules = compile([
  ['seattle', parsePattern({ detail: { data: { shipTo: { country: ['US'] } } } })],
  ['toronto', parsePattern({ detail: { data: { shipTo: { country: ['CA'] } } } })],
  ['insurance', parsePattern({ detail: { data: { total: [{ numeric: ['>', 5000] }] } } })],
]);

/** Keep `rules`: making it costs more than asking it. */
export function whoGets(event: string): string[] {
  return rules.matches(event);
}
// #endregion

export function reasoning() {
  // #region reason
  const detail = { type: 'object', properties: { country: { enum: ['US', 'CA'] } } };
  const schema = { type: 'object', properties: { detail } };
  const french = parsePattern({ detail: { country: ['FR'] } });
  const never = canMatch(french, schema); // { answer: 'no', reason, extent }

  const american = parsePattern({ detail: { country: ['US'], total: [{ exists: true }] } });
  const expensive = parsePattern({ detail: { total: [{ numeric: ['>', 1000] }] } });
  const twice = canBothMatch(american, expensive); // { answer: 'yes', witness, needsArray }

  const anywhere = parsePattern({ detail: { country: [{ exists: true }] } });
  const nothingNew = covers(anywhere, american); // { answer: 'yes', extent }
  // #endregion
  return { never, twice, nothingNew };
}

// #region dialects
const urgent = parsePattern({ priority: ['urgent'] }, 'sns-body'); // SNS, scope MessageBody

/** A body that is not a JSON object is not delivered. */
export function reachesOnCall(body: string): boolean {
  return matches(urgent, body);
}
// #endregion
