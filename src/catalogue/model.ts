/** The shapes in which the catalogue keeps its facts: the schema's types and, over them, what is known of each API object. */

/** One element of a complex type, in the place the schema gives it. */
export interface ElementDeclaration {
  readonly name: string;
  /** `xs:…` for a builtin, else the name of a complex type or an enumeration of this catalogue. */
  readonly type: string;
  /** Fewest occurrences: 0 or 1. */
  readonly min: 0 | 1;
  /** Most occurrences: 1, or `Infinity` for a repeating element. */
  readonly max: number;
  readonly nillable: boolean;
  readonly deprecated: boolean;
  readonly default?: string;
  /** Set when this element is one alternative of a choice: elements of one type with the same group exclude each other. */
  readonly choice?: { readonly group: number; readonly required: boolean };
}

/** A complex type with its own elements only; `Catalogue.elementsOf` adds the inherited ones. */
export interface ComplexType {
  readonly name: string;
  readonly base?: string;
  readonly abstract: boolean;
  /** True when the type takes any further elements (`xs:any`). */
  readonly open: boolean;
  readonly elements: readonly ElementDeclaration[];
}

/** One of the operations of the service, by the name that is also its SOAPAction. */
export interface Operation {
  readonly name: string;
  readonly request: string;
  readonly response: string;
}

/**
 * The schema in the compact notation of `notation.ts`, as stored in `data/schema.json` and as read from a WSDL.
 * Every map is in the order of the WSDL.
 */
export interface SchemaData {
  readonly targetNamespace: string;
  /** Complex types by name. */
  readonly types: Readonly<Record<string, string>>;
  /** Global elements by name: `=Type`, or the notation of an anonymous type. */
  readonly elements: Readonly<Record<string, string>>;
  /** Enumerations by name, their values joined by `|`. */
  readonly enumerations: Readonly<Record<string, string>>;
  /** Simple types that are regular expressions, by name. */
  readonly patterns: Readonly<Record<string, string>>;
  /** Operations by name: request element, a blank, response element. */
  readonly operations: Readonly<Record<string, string>>;
}

/**
 * How sure a fact is. `observed`: seen in recorded traffic of the real service. `documented`: in the vendor's
 * documentation. `described`: a live Describe advertised it, which is not always true. `inferred`: follows from
 * the rest. `unknown`: nobody has said.
 */
export type Sureness = 'observed' | 'documented' | 'described' | 'inferred' | 'unknown';

/** Whether a method takes an object, and how sure that is. */
export interface MethodFact {
  readonly supported: boolean | 'unknown';
  readonly sureness: Sureness;
}

/** The methods whose support differs from object to object. */
export const objectMethods = [
  'Create',
  'Update',
  'Delete',
  'Retrieve',
  'Describe',
  'Perform',
  'Schedule',
  'Execute',
  'Extract',
  'Configure',
] as const;
export type ObjectMethod = (typeof objectMethods)[number];

/** What the WSDL does not say of an API object. */
export interface ObjectFacts {
  readonly name: string;
  /** What the object is, in our own words. */
  readonly about: string;
  /** The properties that identify it, best first. */
  readonly keys: readonly string[];
  readonly methods: Readonly<Record<ObjectMethod, MethodFact>>;
  /** Actions of Perform known for it. */
  readonly performActions: readonly string[];
}

/** What is known of one property path (`Client.ID`) of an API object beyond the schema. */
export interface PropertyFact {
  readonly path: string;
  /** The data type as Describe words it: a .NET name such as `Int32`, or a type of the schema. */
  readonly dataType: string;
  readonly retrievable: boolean;
  readonly updatable: boolean;
  /** As Describe says it; undefined where it says nothing. Means "never null in the database", not "needed on create". */
  readonly required?: boolean;
  /** Longest value in characters; undefined where unlimited or not known. */
  readonly maxLength?: number;
  readonly sureness: Sureness;
  /** Why this fact differs from what Describe advertises. */
  readonly note?: string;
}
