import fc from 'fast-check';
import {
  InputTransformerError,
  parseInputPath,
  parseTargetInput,
  readEvent,
  selectPath,
  type TransformedInput,
  transformInput,
} from '../../../lib/core/input-transformers';

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c') },
  fc.constantFrom('__proto__', 'toString', 'a.b', '"', '<a>', ''),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc.constantFrom('0', '-0', '1.50', '2E+3', '12345678901234567890', 'true', 'false', 'null'),
    fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(name, tie('json')), { maxLength: 4 })
      .map((all) => `{${all.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(',')}}`),
  ),
}));

const event = json.map((detail) => `{"id": "1", "a": ${detail}, "b": [${detail}, {"a": 1}]}`);

const path = fc.oneof(
  fc
    .array(fc.constantFrom('.a', '.b', '.c', '[0]', '[1]', '[*]', '.*', '.__proto__', '.toString'))
    .map((steps) => `$${steps.join('')}`),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const piece = fc.oneof(
  fc.constantFrom('<a>', '<b>', '<__proto__>', '<toString>', '<>', '<', '>', '\\', '"', '\n', ' '),
  fc.constantFrom('{', '}', '[', ']', ':', ',', '1', 'null', '"x": ', '"<a>"', '{"x": <a>}'),
  fc.constantFrom('<aws.events.event.json>', '<aws.events.event>', '<aws.events.rule-name>'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

const fewPaths = fc.record({ a: path, b: path }).map(({ a, b }) => {
  return JSON.parse(
    `{"a": ${JSON.stringify(a)}, "b": ${JSON.stringify(b)}, "__proto__": "$.__proto__"}`,
  );
});

/** A result, or undefined where the input is refused; any other exception is the test's. */
function attempt(transform: () => TransformedInput): TransformedInput | undefined {
  try {
    return transform();
  } catch (error) {
    if (error instanceof InputTransformerError) return undefined;
    throw error;
  }
}

function parsed(result: TransformedInput | undefined): unknown {
  if (!result?.known) throw new Error(`expected a text, not ${JSON.stringify(result)}`);
  return JSON.parse(result.text);
}

const wholes = [
  {},
  { InputPath: '$' },
  { InputTransformer: { InputTemplate: '<aws.events.event.json>' } },
  { InputTransformer: { InputPathsMap: { e: '$' }, InputTemplate: ' <e>\n' } },
];

describe('transformInput', () => {
  it('for every event and every input that changes nothing, gives the same event', () => {
    const same = fc.property(event, fc.constantFrom(...wholes), (text, input) => {
      expect(parsed(transformInput(text, input))).toEqual(JSON.parse(text));
    });
    fc.assert(same);
  });

  it('for every event, gives the same part by InputPath and by a variable', () => {
    const same = fc.property(event, path, (text, InputPath) => {
      const part = attempt(() => transformInput(text, { InputPath }));
      const InputTransformer = { InputPathsMap: { p: InputPath }, InputTemplate: '{"p": <p>}' };
      const whole = attempt(() => transformInput(text, { InputTransformer }));
      if (part?.known) expect(whole).toEqual({ known: true, text: `{"p": ${part.text}}` });
      else expect(whole?.known && parsed(whole)).not.toEqual({ p: null });
    });
    fc.assert(same, { numRuns: 1000 });
  });

  it('for every template, gives a text, a doubt or an InputTransformerError', () => {
    const any = fc.property(template, fewPaths, event, (InputTemplate, InputPathsMap, text) => {
      const InputTransformer = { InputPathsMap, InputTemplate };
      const result = attempt(() => transformInput(text, { InputTransformer }, { ruleName: 'r' }));
      if (!result?.known) return;
      // A text is JSON, or JSON a line.
      for (const part of isJson(result.text) ? [result.text] : result.text.trim().split(/\n\s*/)) {
        expect(() => JSON.parse(part)).not.toThrow();
      }
    });
    fc.assert(any, { numRuns: 5000 });
  });

  it('for every input, gives a text, a doubt or an InputTransformerError', () => {
    const field = fc.oneof(fc.jsonValue(), template, fc.constant(undefined));
    const inputs = fc.record({ Input: field, InputPath: field, InputTransformer: field });
    const any = fc.property(inputs, event, (input, text) => {
      attempt(() => transformInput(text, input as object));
    });
    fc.assert(any, { numRuns: 1000 });
  });

  it.each([
    ['placeholders', '<a>'.repeat(2700)],
    ['placeholders in a string', `"${'<a>'.repeat(2700)}"`],
    ['beginnings of placeholders', `"${'<'.repeat(8190)}"`],
    ['a beginning of a long name', `"<${'a'.repeat(8189)}"`],
    ['brackets', '['.repeat(8192)],
    ['objects', '{"a":'.repeat(1600)],
    ['texts in lines', '"a"\n'.repeat(2048)],
    ['quotes', '"'.repeat(8192)],
    ['backslashes', `"${'\\'.repeat(8190)}"`],
    ['spaces', `"a"${' '.repeat(8000)}:`],
    ['names with spaces', `{${'"<a>"   '.repeat(1000)}}`],
  ])('does not hang on a template of %s', (_, InputTemplate) => {
    const text = JSON.stringify({ a: 'x'.repeat(1000) });
    const InputTransformer = { InputPathsMap: { a: '$.a' }, InputTemplate };
    attempt(() => transformInput(text, { InputTransformer }));
  });

  it.each([
    ['fields', JSON.stringify(Object.fromEntries(many((n) => [`f${n}`, n])))],
    ['elements', JSON.stringify({ a: many((n) => [[n]]) })],
    ['one long text', JSON.stringify({ a: 'x'.repeat(1_000_000) })],
    ['one name', `{${many(() => '"a": 1').join(',')}}`],
    ['levels', `{"a": ${'['.repeat(999)}${']'.repeat(999)}}`],
  ])('does not hang on an event of many %s', (_, text) => {
    const InputPathsMap = { all: `$.a${'[*]'.repeat(80)}`, a: '$.a', f: '$.f49999' };
    const InputTemplate = '{"all": <all>, "a": <a>, "f": "<f>", "e": <aws.events.event.json>}';
    attempt(() => transformInput(text, { InputTransformer: { InputPathsMap, InputTemplate } }));
  });
});

describe('selectPath', () => {
  it('for every event without a name twice, finds what walking the parsed event finds', () => {
    const steps = fc.array(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString', 0, 1));
    const same = fc.property(fc.jsonValue({ maxDepth: 4 }), steps, (detail, way) => {
      const given = { a: detail, b: [detail, { a: detail }] };
      const text = `$${way.map((one) => (typeof one === 'number' ? `[${one}]` : `.${one}`)).join('')}`;
      const selection = selectPath(readEvent(given), parseInputPath(text));
      expect('found' in selection).toBe(walk(given, way) !== undefined);
    });
    fc.assert(same, { numRuns: 1000 });
  });
});

describe('parseTargetInput', () => {
  it('for every name and path, takes the map or refuses it', () => {
    const any = fc.property(fc.dictionary(name, path), (InputPathsMap) => {
      const input = { InputTransformer: { InputPathsMap, InputTemplate: '1' } };
      const right = Object.entries(InputPathsMap).every(
        ([key, text]) => /^[\w-]+$/.test(key) && text.length <= 256,
      );
      const take = () => parseTargetInput(input);
      if (right) expect(take()).toMatchObject({ kind: 'template' });
      else expect(take).toThrow(InputTransformerError);
    });
    fc.assert(any);
  });
});

function many<T>(make: (index: number) => T): T[] {
  return Array.from({ length: 50_000 }, (_, index) => make(index));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function walk(value: unknown, way: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of way) {
    if (typeof found !== 'object' || found === null) return undefined;
    if (Array.isArray(found) !== (typeof step === 'number')) return undefined;
    if (!Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}
