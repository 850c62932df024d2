/** A shell script around cURL. Neither secret nor token is on a command line, where every user of the machine sees it. */
import { envelopeOf } from '../envelope.ts';
import { heading } from '../environment.ts';
import type { Target } from '../target.ts';

export const curl: Target = {
  id: 'curl',
  label: 'cURL',
  detail: 'a POSIX shell script',
  language: 'shellscript',
  ending: 'sh',
  write: (request) => {
    const comment = heading(request, 'Run: sh request.sh');
    return `#!/bin/sh
${comment.map((line) => `# ${line}`).join('\n')}
set -eu

answer=$(printf %s "$MC_CLIENT_SECRET" | curl --silent --show-error --fail-with-body "\${MC_AUTH_URL%/}/v2/token" \\
  --data grant_type=client_credentials \\
  --data-urlencode "client_id=$MC_CLIENT_ID" \\
  --data-urlencode client_secret@- \\
  \${MC_ACCOUNT_ID:+--data-urlencode "account_id=$MC_ACCOUNT_ID"})
member() { printf %s "$answer" | sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }
token=$(member access_token)
address=$(member soap_instance_url)
${request.environment.length === 0 ? '' : xmlFunction}
curl --silent --show-error --fail-with-body "\${address%/}/Service.asmx" \\
  --header 'Content-Type: text/xml; charset=utf-8' \\
  --header 'SOAPAction: ${request.operation}' \\
  --data-binary @- <<ENVELOPE
${envelopeOf(request, texts)}
ENVELOPE
`;
  },
};

/** Written only where a value needs it. */
const xmlFunction = `xml() { printf %s "$1" | sed 's/&/\\&amp;/g; s/</\\&lt;/g; s/>/\\&gt;/g'; }
`;

const texts = {
  // Inside a here-document these three mean something.
  literal: (text: string): string => text.replaceAll(/[\\$`]/g, String.raw`\$&`),
  variable: (name: string): string => `$(xml "$${name}")`,
  token: '$token',
};
