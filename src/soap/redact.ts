/** Takes secrets out of texts that are logged, shown or kept. */

const mark = '•••';

/** Each finds a secret by what stands around it, and keeps what stands around it. */
const patterns: readonly RegExp[] = [
  elementText('fueloauth', 'gi'),
  elementText('Password|oAuthToken|ChallengeAnswer|PrivateKey|Passphrase', 'g'),
  /("(?:access_token|refresh_token|client_secret|clientSecret|accessToken|refreshToken|code|code_verifier|password)"\s*:\s*")[^"]*/gi,
  /(\b(?:access_token|refresh_token|client_secret|clientSecret|code_verifier|password)=)[^&\s"]+/gi,
  /(\bBearer\s+)[\w.~+/=-]+/gi,
];

/** What stands in an element: text, CDATA sections and comments, in any order. An element that is empty has nothing to hide. */
function elementText(names: string, flags: string): RegExp {
  const start = String.raw`(<(?:[\w.-]+:)?(?:${names})\b[^>]*(?<!/)>)`;
  const content = String.raw`(?:<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|[^<])+`;
  return new RegExp(start + content, flags);
}

/** A copy of the text without tokens, client secrets and passwords. */
export function redact(text: string): string {
  return patterns.reduce((result, pattern) => result.replace(pattern, `$1${mark}`), text);
}
