/**
 * `PatternOf<T>`: an event pattern that the compiler checks against the type of the data. Its idea:
 * at a field of T stands a list of what may match there; what may stand in the list follows from
 * the field's own values (text takes prefix, numbers take numeric, an enum takes its members), and
 * an object takes a nested pattern. It looks through arrays and unions, as EventBridge does.
 */

type Scalar = string | number | boolean | null;

/** EventBridge refuses an empty list. */
type NonEmpty<Item> = readonly [Item, ...Item[]];

/** The keys of every member of a union, not only of all of them. */
type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueAt<T, Key extends PropertyKey> = T extends unknown
  ? Key extends keyof T
    ? T[Key]
    : never
  : never;

/**
 * One operator and no other: EventBridge refuses `{ prefix, suffix }` in one matcher, a plain union
 * would not.
 */
type ExactlyOne<Operators> = {
  [Name in keyof Operators]: { readonly [Own in Name]: Operators[Own] } & {
    readonly [Other in Exclude<keyof Operators, Name>]?: never;
  };
}[keyof Operators];

type Without<Operators, Lacking> = {
  [Name in keyof Operators as Name extends Lacking ? never : Name]: Operators[Name];
};

/** Asked of the whole type at once, so that an enum keeps one set of operators. */
type If<Kind, Operators> = [Kind] extends [never] ? unknown : Operators;

type Folding = string | { readonly 'equals-ignore-case': string };

interface TextOperators {
  prefix: Folding;
  suffix: Folding;
  'equals-ignore-case': string;
  wildcard: string;
  cidr: string;
}

type NegatedText = {
  [Name in 'prefix' | 'suffix' | 'equals-ignore-case' | 'wildcard']: string | NonEmpty<string>;
};

type Lower = '>' | '>=';
type Upper = '<' | '<=';

interface NumberOperators {
  numeric: readonly ['=' | Lower | Upper, number] | readonly [Lower, number, Upper, number];
}

interface Negation<Text, Num, Lacking> {
  'anything-but':
    | Text
    | Num
    | NonEmpty<Text | Num>
    | ([Text] extends [never] ? never : ExactlyOne<Without<NegatedText, Lacking>>);
}

type OperatorsOn<Text, Num, Lacking> = { exists: boolean } & If<
  Text,
  Without<TextOperators, Lacking>
> &
  If<Num, NumberOperators> &
  If<Text | Num, Negation<Text, Num, Lacking>>;

/** What may stand in the list at a leaf whose values have type V. */
type Matcher<V, Lacking> =
  | V
  | ExactlyOne<OperatorsOn<Extract<V, string>, Extract<V, number>, Lacking>>;

/** Arrays are looked through; an optional field is a field. */
type ElementOf<V> = V extends readonly (infer Item)[]
  ? ElementOf<Item>
  : V extends undefined
    ? never
    : V;

type LeafOf<V> = Extract<V, Scalar>;
type ObjectOf<V> = Exclude<V, Scalar>;

/**
 * A leaf takes a list of matchers, an object a nested pattern, a union of both either, `unknown`
 * any list.
 */
type FieldPattern<V, Lacking> = unknown extends V
  ? NonEmpty<unknown> | Readonly<Record<string, unknown>>
  :
      | ([LeafOf<V>] extends [never] ? never : NonEmpty<Matcher<LeafOf<V>, Lacking>>)
      | ([ObjectOf<V>] extends [never] ? never : PatternOf<ObjectOf<V>, Lacking>);

/**
 * An event pattern about data of type T. `Lacking` names the operators that a channel does not know
 * (a Classic rule knows them all).
 *
 * @jsii ignore
 */
export type PatternOf<T, Lacking = never> = {
  readonly [Key in Exclude<KeyOf<T>, symbol>]?: FieldPattern<ElementOf<ValueAt<T, Key>>, Lacking>;
} & {
  readonly $or?: readonly [
    PatternOf<T, Lacking>,
    PatternOf<T, Lacking>,
    ...PatternOf<T, Lacking>[],
  ];
};
