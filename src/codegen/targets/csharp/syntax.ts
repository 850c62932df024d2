/** How C# writes the objects of the generated proxies. The language is that of .NET 2.0, which newer ones take too. */
import type { Catalogue } from '../../../catalogue/index.ts';
import { fixedText, textExpression } from '../../environment.ts';
import type { CodeElement } from '../../request.ts';
import { kindOf, type Kind } from '../../shape.ts';
import type { StatementSyntax } from '../../statements.ts';

/** Names of schema types in C#. */
const types: Readonly<Record<string, string>> = {
  'xs:string': 'string',
  'xs:boolean': 'bool',
  'xs:byte': 'sbyte',
  'xs:short': 'short',
  'xs:int': 'int',
  'xs:long': 'long',
  'xs:double': 'double',
  'xs:decimal': 'decimal',
  'xs:dateTime': 'DateTime',
  'xs:time': 'DateTime',
};

const keywords: ReadonlySet<string> = new Set(
  'abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while'.split(
    ' ',
  ),
);

/** Classes whose names the namespace System has too. */
const ambiguous: ReadonlySet<string> = new Set(['Attribute', 'TimeZone']);

/** Variables of the programs themselves. */
const own = [
  'client',
  'scope',
  'token',
  'address',
  'item',
  'result',
  'results',
  'requestID',
  'overallStatus',
];

/** A type of the schema as C# names it. */
export function typeName(type: string | undefined): string {
  if (type === undefined) return 'object';
  return ambiguous.has(type) ? `MarketingCloud.${type}` : (types[type] ?? type);
}

/**
 * True for a property that has a second one beside it, `…Specified`: an optional one whose type is a value. The
 * serializer sends the first only while the second is true, and has set the second when the first was received.
 */
export function hasSpecified(
  declaration: CodeElement['declaration'],
  catalogue: Catalogue,
): declaration is NonNullable<CodeElement['declaration']> {
  if (declaration === undefined || declaration.min > 0 || declaration.max > 1) return false;
  const kind = kindOf(declaration.type, catalogue);
  return kind !== 'complex' && kind !== 'text';
}

export function csharpSyntax(catalogue: Catalogue): StatementSyntax {
  return {
    create: (className, variable) => `${typeName(className)} ${variable} = new ${typeName(className)}();`,
    set: (variable, { name, declaration }, expression) => [
      `${variable}.${name} = ${expression};`,
      ...(hasSpecified(declaration, catalogue) ? [`${variable}.${name}Specified = true;`] : []),
    ],
    setMany: (variable, property, { className, expressions }) => [
      `${variable}.${property} = new ${typeName(className)}[] { ${expressions.join(', ')} };`,
    ],
    value: (element) => valueOf(element, catalogue),
    nil: 'null',
    variable: (name) => (keywords.has(name) ? `@${name}` : name),
    reserved: new Set([...own, ...keywords]),
  };
}

/** A value that stands in the request, or an expression for one that is known when the program runs. */
interface Written {
  /** Name of its type in C#. */
  readonly type: string;
  readonly fixed: string | undefined;
  readonly expression: string;
}

const parsed = ({ type, expression }: Written): string =>
  `${type}.Parse(${expression}, CultureInfo.InvariantCulture)`;

/** A number stays as it is written. */
const number = (written: Written): string =>
  written.fixed !== undefined && /^-?\d+(?:\.\d+)?$/.test(written.fixed) ? written.fixed : parsed(written);

const writers: Readonly<Record<Exclude<Kind, 'complex'>, (written: Written) => string>> = {
  text: ({ expression }) => expression,
  boolean: ({ fixed, expression }) =>
    fixed === undefined ? `XmlConvert.ToBoolean(${expression})` : String(/^(?:true|1)$/.test(fixed)),
  integer: number,
  long: number,
  decimal: number,
  dateTime: ({ expression }) =>
    `XmlConvert.ToDateTime(${expression}, XmlDateTimeSerializationMode.RoundtripKind)`,
  enumeration: ({ type, fixed, expression }) =>
    fixed !== undefined && /^[A-Za-z_]\w*$/.test(fixed)
      ? `${type}.${keywords.has(fixed) ? '@' : ''}${fixed}`
      : `(${type})Enum.Parse(typeof(${type}), ${expression})`,
};

function valueOf({ type, text }: CodeElement, catalogue: Catalogue): string {
  const kind = kindOf(type, catalogue);
  const write = writers[kind === 'complex' ? 'text' : kind];
  return write({ type: typeName(type), fixed: fixedText(text), expression: textExpression(text, syntax) });
}

const syntax = {
  literal: (text: string): string => JSON.stringify(text),
  variable: (name: string): string => `Environment.GetEnvironmentVariable("${name}")`,
  join: ' + ',
};
