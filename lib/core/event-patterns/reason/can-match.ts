import type { EventPattern } from '../ast';
import { type MatchAnswer, unknown } from './answers';
import { eventsOf } from './event-text';
import { ask, firstWitness, type Question } from './question';
import { type Clash, placeAll, sayClash } from './scalar-event';
import { canMeet } from './schema-meet';
import { readDocument } from './schema-question';

/**
 * Whether there is an event that the pattern matches; with a JSON Schema, one that is valid under it.
 * The schema is of the whole that the pattern looks at: of a Classic bus the event with its `source`
 * and `detail`, of SNS the message attributes by name or the body.
 *
 * "yes" comes with such an event. "unknown" also comes where the schema has keywords that the answer
 * depends on and that are not understood; `format` is an annotation.
 *
 * @throws SchemaError for a schema that is none, or of an unknown draft.
 */
export function canMatch(pattern: EventPattern, schema?: object): MatchAnswer {
  if (schema === undefined) {
    return ask((question) => decide(pattern, question));
  }
  const document = readDocument(schema);
  return ask((question) => {
    const answer = canMeet([pattern], document, question);
    return answer.answer === 'yes' ? { answer: 'yes', witness: answer.witness } : answer;
  });
}

// Fields have no say in each other as long as each path holds one value, and one is enough.
function decide(pattern: EventPattern, question: Question): MatchAnswer {
  const clashes: Clash[] = [];
  for (const alternative of pattern.alternatives) {
    const placing = placeAll([alternative], question);
    if (placing.is === 'clash') {
      clashes.push(placing);
    } else if (placing.is === 'placed') {
      const events = eventsOf(placing.entries);
      const witness = firstWitness(events, [pattern], [], question.budget);
      if (witness !== undefined) {
        return { answer: 'yes', witness };
      }
    }
  }
  const [clash] = clashes;
  return clash !== undefined && clashes.length === pattern.alternatives.length
    ? { answer: 'no', reason: sayClash(clash, question), extent: 'all' }
    : unknown('no event was found, and none shown to be impossible');
}
