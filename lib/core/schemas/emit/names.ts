/** Names that code generators make classes of: letters and digits, a capital letter first. */
import { freeName } from '../free-name';
import { tokensOf } from '../pointer';

/** `order.placed.v1` as `OrderPlacedV1`. */
export function className(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(name) ? name : `Type${name}`;
}

/** Gives each place one name; classes are files, which some systems tell apart without the case. */
export class ClassNames {
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;

  constructor(root: string, others: readonly string[]) {
    this.names.set('', root);
    this.taken = new Set([root, ...others].map((name) => name.toLowerCase()));
  }

  of(pointer: string): string {
    const known = this.names.get(pointer);
    if (known !== undefined) return known;
    const wished = className(wishedFor(tokensOf(pointer)));
    const name = freeName(wished, (one) => this.taken.has(one.toLowerCase()));
    this.taken.add(name.toLowerCase());
    this.names.set(pointer, name);
    return name;
  }
}

/** Of a definition its name, of anything else the way to it. */
function wishedFor(tokens: readonly string[]): string {
  const isDefinition = /^(?:\$defs|definitions)$/.test(tokens.at(-2) ?? '');
  return (isDefinition ? tokens.slice(-1) : tokens).join('.');
}
