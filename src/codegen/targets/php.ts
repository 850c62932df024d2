/** A program for PHP with its own SoapClient, which reads the WSDL. */
import { heading, textExpression } from '../environment.ts';
import type { CodeElement, CodeRequest } from '../request.ts';
import { indented, isComplex, kindOf, propertiesOf, type Property } from '../shape.ts';
import type { Target } from '../target.ts';

const step = '    ';

export const php: Target = {
  id: 'php',
  label: 'PHP',
  detail: 'with its SOAP extension',
  language: 'php',
  ending: 'php',
  write: (request) => {
    const { operation, message, catalogue } = request;
    return `<?php

${heading(request, 'Run: php request.php')
  .map((line) => `// ${line}`)
  .join('\n')}

const API = '${catalogue.targetNamespace}';

function signIn(): object
{
    $grant = [
        'grant_type' => 'client_credentials',
        'client_id' => getenv('MC_CLIENT_ID'),
        'client_secret' => getenv('MC_CLIENT_SECRET'),
    ];
    if (getenv('MC_ACCOUNT_ID') !== false) {
        $grant['account_id'] = getenv('MC_ACCOUNT_ID');
    }
    $request = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($grant)];
    $address = rtrim(getenv('MC_AUTH_URL'), '/') . '/v2/token';
    $answer = file_get_contents($address, false, stream_context_create(['http' => $request]));
    return json_decode($answer, false, 512, JSON_THROW_ON_ERROR);
}

$access = signIn();
$client = new SoapClient(rtrim($access->soap_instance_url, '/') . '/etframework.wsdl', [
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$client->__setSoapHeaders([new SoapHeader('http://exacttarget.com', 'fueloauth', $access->access_token)]);

$answer = $client->${operation}(${entries(message, request)});
print_r($answer);
`;
  },
};

function entries(element: CodeElement, request: CodeRequest): string {
  const properties = propertiesOf(element).map(
    (property) => `${step}'${property.name}' => ${indented(propertyValue(property, request), step)},\n`,
  );
  return properties.length === 0 ? '[]' : `[\n${properties.join('')}]`;
}

function propertyValue({ isMany, elements: [first, ...others] }: Property, request: CodeRequest): string {
  if (!isMany) return value(first, request);
  const items = [first, ...others].map((element) => `${step}${indented(value(element, request), step)},\n`);
  return `[\n${items.join('')}]`;
}

function value(element: CodeElement, request: CodeRequest): string {
  if (element.isNil) return 'null';
  if (!isComplex(element, request.catalogue)) return simpleValue(element, request);
  const content = entries(element, request);
  return element.saidType === undefined
    ? content
    : `new SoapVar(${content}, SOAP_ENC_OBJECT, '${element.saidType}', API)`;
}

function simpleValue({ type, text }: CodeElement, { catalogue }: CodeRequest): string {
  const [only] = text;
  if (text.length === 1 && typeof only === 'string') {
    const kind = kindOf(type, catalogue);
    const trimmed = only.trim();
    if (kind === 'boolean') return /^(?:true|1)$/.test(trimmed) ? 'true' : 'false';
    if (kind === 'integer' && /^-?\d+$/.test(trimmed)) return String(Number(trimmed));
  }
  return textExpression(text, syntax);
}

const syntax = {
  literal: (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`,
  variable: (name: string): string => `getenv('${name}')`,
  join: ' . ',
};
