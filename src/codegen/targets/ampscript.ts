/** AMPscript with its functions for the SOAP API, which runs inside Marketing Cloud and so needs no credentials. */
import { textExpression } from '../environment.ts';
import type { CodeElement, CodeRequest, CodeText } from '../request.ts';
import { Statements, type StatementSyntax } from '../statements.ts';
import type { Target } from '../target.ts';

export const ampscript: Target = {
  id: 'ampscript',
  label: 'AMPscript',
  detail: 'inside Marketing Cloud: e-mails, CloudPages',
  language: 'html',
  ending: 'amp',
  refusal: ({ operation }) =>
    invocations[operation] === undefined ? `AMPscript has no function for ${operation}.` : undefined,
  write: (request) => {
    const { title, operation, environment } = request;
    const statements = new Statements(request, ampscriptSyntax);
    const invoke = invocations[operation]?.(request, statements) ?? [];
    const head = title === operation ? title : `${title} (${operation})`;
    return `%%[
/* ${head.replaceAll('*/', '* /')} */
${environment.map((name) => `SET @${name} = "" /* To be filled in. Not with a secret that others can read. */\n`).join('')}${[...statements.lines, ...invoke].join('\n')}
]%%
`;
  },
};

type Invocation = (request: CodeRequest, statements: Statements) => readonly string[];

function named(element: CodeElement, name: string): readonly CodeElement[] {
  return element.children.filter((child) => child.name === name);
}

/** One call for each object: the functions take no more. */
function writing(name: string): Invocation {
  return ({ message }, statements) => {
    const [options] = named(message, 'Options');
    const given =
      options === undefined || options.children.length === 0 ? '' : `, ${statements.expression(options)}`;
    return named(message, 'Objects').flatMap((object) => [
      `SET @status = ${name}(${statements.expression(object)}, @message, @errorCode${given})`,
      'OutputLine(Concat(@status, ": ", @message))',
    ]);
  };
}

/** For messages with an action and definitions. */
function acting(name: string, wrapper: string): Invocation {
  return ({ message }, statements) => {
    const action = textOf(named(message, 'Action')[0]?.text ?? []);
    return named(message, wrapper)
      .flatMap(({ children }) => children)
      .flatMap((definition) => [
        `SET @status = ${name}(${statements.expression(definition)}, ${action}, @message, @errorCode)`,
        'OutputLine(Concat(@status, ": ", @message))',
      ]);
  };
}

/** For messages that are one object, and are answered with rows. */
function asking(name: string, element: string): Invocation {
  return ({ message }, statements) =>
    named(message, element).flatMap((asked) => [
      `SET @results = ${name}(${statements.expression(asked)}, @status, @requestId)`,
      'OutputLine(Concat(@status, ": ", RowCount(@results)))',
    ]);
}

const invocations: Readonly<Record<string, Invocation>> = {
  Retrieve: asking('InvokeRetrieve', 'RetrieveRequest'),
  Create: writing('InvokeCreate'),
  Update: writing('InvokeUpdate'),
  Delete: writing('InvokeDelete'),
  Perform: acting('InvokePerform', 'Definitions'),
  Configure: acting('InvokeConfigure', 'Configurations'),
  Execute: asking('InvokeExecute', 'Requests'),
  Extract: asking('InvokeExtract', 'Requests'),
};

const ampscriptSyntax: StatementSyntax = {
  create: (className, variable) => `SET ${variable} = CreateObject("${className}")`,
  set: (variable, { name }, expression) => [`SetObjectProperty(${variable}, "${name}", ${expression})`],
  setMany: (variable, property, { expressions }) =>
    expressions.map((expression) => `AddObjectArrayItem(${variable}, "${property}", ${expression})`),
  value: ({ text }) => textOf(text),
  nil: '""',
  variable: (name) => `@${name}`,
  reserved: new Set(['status', 'message', 'errorCode', 'results', 'requestId']),
};

function textOf(text: CodeText): string {
  const written = textExpression(text, syntax);
  return text.length > 1 ? `Concat(${written})` : written;
}

const syntax = {
  // A quote inside of a text is written twice.
  literal: (text: string): string => `"${text.replaceAll('"', '""')}"`,
  variable: (name: string): string => `@${name}`,
  join: ', ',
};
