import { countAt, type Lower, textAt } from '../api-gateway/given';

/** Lengths and pattern: both languages count code points and have the expressions of ECMA 262. */
export const lowerStrings: Lower = (given) => {
  const minLength = countAt(given, 'minLength') ?? 0;
  const maxLength = countAt(given, 'maxLength');
  const pattern = textAt(given, 'pattern');
  return [
    {
      ...(minLength > 0 && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
      ...(pattern !== undefined && { pattern }),
    },
  ];
};
