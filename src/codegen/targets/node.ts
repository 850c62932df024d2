/** A module for Node, without any package. */
import { envelopeOf } from '../envelope.ts';
import { heading } from '../environment.ts';
import type { Target } from '../target.ts';

export const node: Target = {
  id: 'node',
  label: 'Node.js',
  detail: 'version 18 or newer, no package',
  language: 'javascript',
  ending: 'mjs',
  write: (request) => {
    const comment = heading(request, 'Run: node request.mjs');
    return `${comment.map((line) => `// ${line}`).join('\n')}
const { MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, MC_ACCOUNT_ID } = process.env;

async function signIn() {
  const response = await fetch(new URL('/v2/token', MC_AUTH_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: MC_CLIENT_ID,
      client_secret: MC_CLIENT_SECRET,
      account_id: MC_ACCOUNT_ID,
    }),
  });
  if (!response.ok) throw new Error(\`No token: \${response.status} \${await response.text()}\`);
  return response.json();
}
${request.environment.length === 0 ? '' : xmlFunction}
const { access_token: token, soap_instance_url: address } = await signIn();
const response = await fetch(new URL('/Service.asmx', address), {
  method: 'POST',
  headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '${request.operation}' },
  body: \`${envelopeOf(request, texts)}\`,
});
const answer = await response.text();
if (!response.ok) throw new Error(\`\${response.status}: \${answer}\`);
console.log(answer);
`;
  },
};

const xmlFunction = `
function xml(text = '') {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
`;

const texts = {
  literal: (text: string): string => text.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`),
  variable: (name: string): string => `\${xml(process.env.${name})}`,
  token: '${token}',
};
