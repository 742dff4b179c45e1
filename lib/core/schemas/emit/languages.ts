import { lowerArrays } from '../api-gateway/arrays';
import { lowerCombinators, lowerReference } from '../api-gateway/combinators';
import { lowerDependencies } from '../api-gateway/dependencies';
import { lowerNumbers } from '../api-gateway/numbers';
import { lowerEnum } from '../api-gateway/values';
import { draft4Annotations, openApiAnnotations } from './annotations';
import { openApiArrays } from './arrays';
import { beyondDraft4, beyondOpenApi } from './losses';
import type { Language } from './lower';
import { openApiCombinators } from './nullable';
import { draft4Objects, openApiObjects } from './objects';
import { lowerStrings } from './strings';
import { draft4Type, openApiType } from './types';

/** JSON Schema of draft-04. */
export const draft4Language: Language = {
  lowers: [
    ...[lowerReference, draft4Type, lowerEnum, lowerNumbers, lowerStrings],
    ...[lowerArrays, draft4Objects, lowerDependencies, lowerCombinators],
  ],
  annotations: draft4Annotations,
  beyond: beyondDraft4,
  home: '#/definitions/',
};

/** The schema object of OpenAPI 3.0: https://spec.openapis.org/oas/v3.0.3#schema-object */
export const openApiLanguage: Language = {
  lowers: [
    ...[lowerReference, openApiType, lowerEnum, lowerNumbers, lowerStrings],
    ...[openApiArrays, openApiObjects, openApiCombinators],
  ],
  annotations: openApiAnnotations,
  beyond: beyondOpenApi,
  home: '#/components/schemas/',
};
