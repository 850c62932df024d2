/** The front door of the catalogue: facts of the Marketing Cloud SOAP API as data. No I/O. */
export { Catalogue } from './catalogue.ts';
export { errorCodeFacts, errorCodeNumbers, subscriberFailure, type ErrorCodeFacts } from './errorCodes.ts';
export {
  objectMethods,
  type ComplexType,
  type ElementDeclaration,
  type MethodFact,
  type ObjectFacts,
  type ObjectMethod,
  type Operation,
  type PropertyFact,
  type SchemaData,
  type Sureness,
} from './model.ts';
export { refreshedCatalogue, shippedCatalogue } from './shipped.ts';
export { writeSchema } from './writeSchema.ts';
export { writeWsdl } from './writeWsdl.ts';
