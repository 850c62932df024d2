/** An extract as a request, with all that its type wants to know. */
import type { NodeSubject } from '../../views/index.ts';
import { escapeXml, oneLine } from '../requests/templates.ts';

type ExtractType = Extract<NodeSubject, { readonly kind: 'extractType' }>;

/** What may be left out is there as a comment, so that nobody has to look it up. */
export function extractRequest({ id, name, parameters }: ExtractType): string {
  const lines = parameters.map(({ name: parameter, type, isOptional }) => {
    const element = `<Parameter><Name>${escapeXml(parameter)}</Name><Value>${exampleOf(type)}</Value></Parameter>`;
    return isOptional ? `      <!-- ${element} -->` : `      ${element}`;
  });
  return `### Extract: ${oneLine(name)}
# The file is written into the Export folder of the FTP site.
<ExtractRequestMsg>
  <Requests>
    <ID>${escapeXml(id)}</ID>
    <Options/>
    <Parameters>
${lines.join('\n')}
    </Parameters>
  </Requests>
</ExtractRequestMsg>
`;
}

/** A value of the type that a parameter has. */
function exampleOf(type: string): string {
  switch (type.toLowerCase()) {
    case 'bool':
      return 'true';
    case 'datetime':
      return '{{$datetime iso8601 -1 d}}';
    case 'integer':
      return '0';
    default:
      return '';
  }
}
