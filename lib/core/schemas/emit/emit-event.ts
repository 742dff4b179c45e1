/**
 * A contract as a schema of EventBridge's registry: the envelope `AWSEvent`, in its `detail` the
 * CloudEvent, in its `data` what the contract says. AWS's code bindings and its IDE toolkits read
 * the component of that name and its two extensions:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-schema-create.html
 */
import { draft4 } from '../dialects';
import { canonical, type JsonObject } from '../json';
import { cloudEventSchema, envelopeSchema } from './event-schemas';
import { draft4Language, openApiLanguage } from './languages';
import { type Language, lowerTo } from './lower';
import { ClassNames, className } from './names';

/** What of a contract stands in a registry. */
export interface DescribedEvent {
  readonly source: string;
  readonly eventType: string;
  readonly owner: string;
  readonly summary?: string;
  /** JSON Schema of the event's `data`, of any draft. */
  readonly schema: object;
  /** The `data` of example events. */
  readonly examples?: readonly object[];
}

/** The formats that EventBridge's registry takes, as it calls them. */
export type EventFormat = 'OpenApi3' | 'JSONSchemaDraft4';

const envelope = 'AWSEvent';

/**
 * The text of the schema: the same contract gives the same bytes, in whatever order its members
 * were written.
 *
 * @throws SchemaError where the contract's schema is none
 */
export function emitEvent(event: DescribedEvent, format: EventFormat): string {
  const document = format === 'OpenApi3' ? openApiDocument(event) : draft4Document(event);
  return canonical(document);
}

/** The class of the event, to be looked for in generated code. */
function eventClass({ eventType }: Pick<DescribedEvent, 'eventType'>): string {
  return className(eventType);
}

function openApiDocument(event: DescribedEvent): JsonObject {
  const { owner, summary } = event;
  const { home } = openApiLanguage;
  const classes = classesOf(event, openApiLanguage);
  return {
    openapi: '3.0.0',
    info: {
      title: eventClass(event),
      version: versionOf(event),
      ...(summary !== undefined && { description: summary }),
      contact: { name: owner },
    },
    paths: {},
    components: {
      schemas: { ...classes, [envelope]: envelopeSchema(event, home + eventClass(event)) },
    },
  };
}

function draft4Document(event: DescribedEvent): JsonObject {
  const { home } = draft4Language;
  return {
    $schema: draft4,
    title: eventClass(event),
    ...envelopeSchema(event, home + eventClass(event)),
    definitions: classesOf(event, draft4Language),
  };
}

function classesOf(event: DescribedEvent, language: Language): JsonObject {
  const name = eventClass(event);
  const data = `${name}Data`;
  const classes = lowerTo(language, event.schema, new ClassNames(data, [name, envelope]));
  const [example] = event.examples ?? [];
  const shown = example !== undefined && language === openApiLanguage;
  return {
    ...classes,
    ...(shown && { [data]: { ...(classes[data] as JsonObject), example: example as JsonObject } }),
    [name]: cloudEventSchema(event, language.home + data),
  };
}

/** The major version that the type ends in. */
function versionOf({ eventType }: DescribedEvent): string {
  return `${/\.v(\d+)$/.exec(eventType)?.[1] ?? 1}.0.0`;
}
