/** Takes secrets out of texts that are logged, shown or kept. */

const mark = '•••';

/** Each finds a secret by what stands around it, and keeps what stands around it. */
const patterns: readonly RegExp[] = [
  /(<(?:[\w.-]+:)?fueloauth\b[^>]*>)[^<]*/gi,
  /(<(?:[\w.-]+:)?(?:Password|oAuthToken|ChallengeAnswer|PrivateKey|Passphrase)\b[^>]*>)[^<]+/g,
  /("(?:access_token|refresh_token|client_secret|clientSecret|accessToken|refreshToken|code|code_verifier|password)"\s*:\s*")[^"]*/gi,
  /(\b(?:access_token|refresh_token|client_secret|clientSecret|code_verifier|password)=)[^&\s"]+/gi,
  /(\bBearer\s+)[\w.~+/=-]+/gi,
];

/** A copy of the text without tokens, client secrets and passwords. */
export function redact(text: string): string {
  return patterns.reduce((result, pattern) => result.replace(pattern, `$1${mark}`), text);
}
