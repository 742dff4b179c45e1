import { distance } from '../core/event-patterns/explain/distance';

/** For an error: which name was probably meant, or all names where none is near. */
export function nearest(given: string, names: readonly string[], mark = ''): string {
  const written = names.map((name) => `${mark}${name}`);
  const near = written
    .map((name) => ({ name, edits: distance(given, name, 2) ?? 3 }))
    .filter(({ name, edits }) => edits < 3 || name.startsWith(given))
    .sort((a, b) => a.edits - b.edits)[0];
  return near === undefined ? `; there is ${written.join(', ')}` : `; did you mean ${near.name}?`;
}
