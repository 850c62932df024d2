/** Which scopes a token has, against those that the SOAP API's objects ask for. What belongs to which is inferred from their names. */

/** Something that people do, and the scopes without which the service refuses it. */
export interface Need {
  readonly purpose: string;
  readonly scopes: readonly string[];
  /** True when it changes something: a connection for reading only can do without. */
  readonly writes: boolean;
}

export const needs: readonly Need[] = [
  { purpose: 'look at data extensions and their rows', scopes: ['data_extensions_read'], writes: false },
  { purpose: 'look at lists and subscribers', scopes: ['list_and_subscribers_read'], writes: false },
  { purpose: 'look at e-mails, send definitions and sends', scopes: ['email_read'], writes: false },
  { purpose: 'read tracking', scopes: ['tracking_events_read'], writes: false },
  { purpose: 'look at imports', scopes: ['automations_read', 'file_locations_read'], writes: false },
  { purpose: 'see the business units', scopes: ['accounts_read'], writes: false },
  { purpose: 'change data extensions and their rows', scopes: ['data_extensions_write'], writes: true },
  { purpose: 'change lists and subscribers', scopes: ['list_and_subscribers_write'], writes: true },
  { purpose: 'change send definitions', scopes: ['email_write'], writes: true },
  { purpose: 'start sends and triggered sends', scopes: ['email_send'], writes: true },
  { purpose: 'start imports', scopes: ['automations_write', 'automations_execute'], writes: true },
  { purpose: 'send SMS', scopes: ['sms_read', 'sms_send'], writes: true },
];

/** Scopes of administration, which most who use the API have no need of (best-practices row F4). */
const powerful = /^(?:accounts|users)_write$|^key_manage_|^package_manager_|^dfu_/;

export interface ScopeReport {
  readonly granted: readonly string[];
  /** What cannot be done, each with only the scopes that it lacks. */
  readonly missing: readonly Need[];
  /** What the token may do beyond the needs, and had better not. */
  readonly excessive: readonly string[];
}

/**
 * Judges the scopes of a token.
 * @param readOnly true for a connection that is to write nothing: no need that writes counts as missing, and every
 * scope that writes as too much.
 */
export function judgeScopes(granted: readonly string[], readOnly: boolean): ScopeReport {
  const has = new Set(granted);
  const missing = needs
    .filter(({ writes }) => !(readOnly && writes))
    .map((need) => ({ ...need, scopes: need.scopes.filter((scope) => !has.has(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
  const writes = new Set(
    needs
      .filter((need) => need.writes)
      .flatMap(({ scopes }) => scopes.filter((scope) => !scope.endsWith('_read'))),
  );
  const excessive = granted.filter((scope) => powerful.test(scope) || (readOnly && writes.has(scope)));
  return { granted, missing, excessive };
}
