import { Duration, Token } from 'aws-cdk-lib';

/** A value as a person would read it in an error: `20 days`, `"orders"`, `25`. */
export function show(value: unknown): string {
  if (hasToken(value)) return 'a value known only when deployed';
  if (value instanceof Duration) return value.toHumanString();
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

/** Whether a value, or a part of it, is known only when the stack is deployed. */
export function hasToken(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === 'string') return isToken(value);
  if (Token.isUnresolved(value)) return true;
  if (value instanceof Duration) return value.isUnresolved();
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.entries(value).some(([key, member]) => isToken(key) || hasToken(member, seen));
}

/** CDK looks through a text by a regular expression; most texts have no sign of a token. */
const isToken = (text: string): boolean => text.includes('${') && Token.isUnresolved(text);
