/** The scopes of the sandbox's package: all there are, by the names that tokens list. */

const parts: Readonly<Record<string, string>> = {
  accounts: 'read write',
  approvals: 'read write',
  audiences: 'read write',
  automations: 'execute read write',
  calendar: 'read write',
  campaign: 'read write',
  data_extensions: 'read write',
  deep_linking_asset: 'delete read write',
  deep_linking_settings: 'read write',
  dfu: 'configure',
  documents_and_images: 'read write',
  email: 'read send write',
  event_notification_callback: 'create delete read update',
  event_notification_subscription: 'create delete read update',
  file_locations: 'read write',
  journeys: 'aspr delete execute read write',
  key_manage: 'revoke rotate view',
  list_and_subscribers: 'read write',
  marketing_cloud_connect: 'read send write',
  ott_channels: 'read write',
  ott_chat_messaging: 'read send',
  package_manager: 'deploy package',
  push: 'read send write',
  saved_content: 'read write',
  sms: 'read send write',
  social: 'post publish read write',
  tags: 'read write',
  tracking_events: 'read write',
  users: 'read write',
  web: 'publish read write',
  webhooks: 'read write',
  workflows: 'read write',
};

export const packageScopes: readonly string[] = [
  'offline',
  ...Object.entries(parts).flatMap(([area, rights]) => rights.split(' ').map((right) => `${area}_${right}`)),
];

/** Scopes as a number in hexadecimal, a bit for each: tokens have 512 characters at most (documented). */
export function packedScopes(scopes: readonly string[]): string {
  return packageScopes
    .reduce((bits, scope, index) => (scopes.includes(scope) ? bits | (1n << BigInt(index)) : bits), 0n)
    .toString(16);
}

/** The scopes of the short form. */
export function unpackedScopes(packed: string): ReadonlySet<string> {
  const bits = BigInt(`0x${packed}`);
  return new Set(packageScopes.filter((_, index) => (bits >> BigInt(index)) % 2n === 1n));
}
