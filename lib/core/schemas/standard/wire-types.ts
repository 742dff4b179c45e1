/** What to write instead of a type that JSON doesn't have: by the type, in each library's words. */
const instead: Readonly<Record<string, string>> = {
  date: "Describe the text that travels: z.iso.datetime(), v.pipe(v.string(), v.isoTimestamp()), type('string.date.iso'); a codec or a transformation may make a Date of it.",
  bigint:
    "Describe it as text: z.string().regex(/^\\d+$/), v.pipe(v.string(), v.digits()), type('string.integer').",
  map: "Describe an object: z.record(z.string(), ...), v.record(v.string(), ...), type({ '[string]': ... }).",
  set: 'Describe a list: z.array(...), v.array(...), type.array().',
  undefined:
    "Let the field be absent: z.optional(...), v.optional(...), type({ 'field?': ... }); or take null.",
  nan: 'Take null where there is no number.',
};

const otherwise = 'Describe the text, number, list or object that travels instead.';

/** How to mend a type that JSON doesn't have, under whatever name its library has for it. */
export function wireTypeInsteadOf(type: string): string {
  const name = type.toLowerCase();
  if (name === 'void') return `${instead['undefined']}`;
  return (Object.hasOwn(instead, name) ? instead[name] : undefined) ?? otherwise;
}

/** How to mend a check of which JSON Schema has no word. */
export const checkedInstead =
  'Say it with what JSON Schema has (a pattern, an enum, bounds, lengths, a union); or leave it out here and check it in the code of those who need it.';
