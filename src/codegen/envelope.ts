/** The envelope of a request as text, for programs that send it as it is. */
import type { CodeElement, CodeRequest, CodeText } from './request.ts';

/** How a program puts something into its text. */
export interface EnvelopeTexts {
  /** What is written as it is. */
  readonly literal: (text: string) => string;
  /** A variable of the environment, escaped for XML when the program runs. */
  readonly variable: (name: string) => string;
  /** The access token. */
  readonly token: string;
}

const namespaces =
  'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export function envelopeOf({ message, catalogue }: CodeRequest, texts: EnvelopeTexts): string {
  return [
    texts.literal(`<soap:Envelope ${namespaces}>`),
    texts.literal('  <soap:Header>'),
    `${texts.literal('    <fueloauth xmlns="http://exacttarget.com">')}${texts.token}${texts.literal('</fueloauth>')}`,
    texts.literal('  </soap:Header>'),
    texts.literal('  <soap:Body>'),
    elementText(message, texts, { indent: '    ', attributes: ` xmlns="${catalogue.targetNamespace}"` }),
    texts.literal('  </soap:Body>'),
    texts.literal('</soap:Envelope>'),
  ].join('\n');
}

function elementText(
  { name, saidType, isNil, text, children }: CodeElement,
  texts: EnvelopeTexts,
  { indent, attributes = '' }: { indent: string; attributes?: string },
): string {
  const type = saidType === undefined ? '' : ` xsi:type="${escapeXml(saidType)}"`;
  const tag = `${name}${attributes}${type}${isNil ? ' xsi:nil="true"' : ''}`;
  if (children.length > 0) {
    const inner = children.map((child) => elementText(child, texts, { indent: `${indent}  ` }));
    return [texts.literal(`${indent}<${tag}>`), ...inner, texts.literal(`${indent}</${name}>`)].join('\n');
  }
  if (text.length === 0) return texts.literal(`${indent}<${tag}/>`);
  return `${texts.literal(`${indent}<${tag}>`)}${valueText(text, texts)}${texts.literal(`</${name}>`)}`;
}

function valueText(text: CodeText, { literal, variable }: EnvelopeTexts): string {
  return text
    .map((piece) => (typeof piece === 'string' ? literal(escapeXml(piece)) : variable(piece.environment)))
    .join('');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
}
