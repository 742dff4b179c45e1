import type { CatalogueEvent } from '../../catalogue';
import { escapeUnit, wellFormed } from './well-formed';

/** How a consumer subscribes, in a language of its app. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
}

export function snippetsOf(event: CatalogueEvent): Snippet[] {
  const words = wordsOf(event.eventType);
  return [
    { language: 'TypeScript', code: typescript(event, words) },
    { language: 'Python', code: python(event, words) },
  ];
}

/** Of `order.placed.v1` the words of its name; of a name without any, others that do. */
function wordsOf(eventType: string): string[] {
  const words = eventType.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  const named = words.filter((word, at) => !(at === words.length - 1 && /^v\d+$/i.test(word)));
  const chosen = named.length > 1 ? named : [...named, 'event'];
  return chosen.slice(0, 6).map((word) => word.toLowerCase());
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

function typescript(
  { source, eventType, owner }: CatalogueEvent,
  words: readonly string[],
): string {
  const id = words.map(capital).join('');
  const name = `${id.charAt(0).toLowerCase()}${id.slice(1)}`;
  return `import { Stack } from 'aws-cdk-lib';
import type { IChannel } from 'cdk-spillway';
import { EventContract, Subscription } from 'cdk-spillway';
import type { Construct } from 'constructs';

const ${name} = EventContract.of({
  source: ${quoted(source)},
  eventType: ${quoted(eventType)},
  owner: ${quoted(owner)},
});

export class ConsumerStack extends Stack {
  readonly share: Subscription;

  constructor(scope: Construct, id: string, channel: IChannel) {
    super(scope, id);
    this.share = new Subscription(this, '${id}', {
      from: channel,
      events: [${name}.all()],
    });
  }
}
`;
}

function python({ source, eventType, owner }: CatalogueEvent, words: readonly string[]): string {
  const name = words.join('_');
  return `from aws_cdk import Stack
from cdk_spillway import EventContract, IChannel, Subscription
from constructs import Construct

${name} = EventContract.of(
    source=${doubleQuoted(source)},
    event_type=${doubleQuoted(eventType)},
    owner=${doubleQuoted(owner)},
)


class ConsumerStack(Stack):
    def __init__(self, scope: Construct, id: str, channel: IChannel) -> None:
        super().__init__(scope, id)
        self.share = Subscription(
            self,
            "${words.map(capital).join('')}",
            from_=channel,
            events=[${name}.all()],
        )
`;
}

/** A literal that TypeScript and Python read alike; a half of a character can't be in a name. */
function doubleQuoted(text: string): string {
  return JSON.stringify(wellFormed(text)).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);
}

function quoted(text: string): string {
  return /^[ !#-&(-[\]-~]*$/.test(text) ? `'${text}'` : doubleQuoted(text);
}
