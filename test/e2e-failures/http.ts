export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** The body's fields; none where it is no JSON object. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Where an API of a stack is found: the address of its output is AWS's, and wants a name server. */
export function addressOf(endpoint: string, outputs: Readonly<Record<string, string>>): string {
  const name = Object.keys(outputs).find((output) => output.includes('ApiEndpoint'));
  const [, id, stage] = /^https:\/\/(\w+)\..*\/(\w+)\/$/.exec(outputs[name ?? ''] ?? '') ?? [];
  if (!id) throw new Error(`no output tells where the API is: ${Object.keys(outputs).join(', ')}`);
  return `${endpoint}/_aws/execute-api/${id}/${stage}`;
}

export interface Sent {
  readonly body: string;
  readonly contentType?: string;
  readonly key?: string;
}

export async function post(url: string, { body, contentType, key }: Sent): Promise<Answer> {
  const headers = new Headers({ 'Content-Type': contentType ?? 'application/json' });
  if (key !== undefined) headers.set('Idempotency-Key', key);
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers,
    signal: AbortSignal.timeout(20_000),
  });
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    fields: fieldsOf(await answer.text()),
  };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}
