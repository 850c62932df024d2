/**
 * AccountUserAccount: which users can be used in which business units. The schema lacks the type; an answer of the
 * service is recorded, with each of the two objects as far as it was asked for.
 */
import { encode } from '../../message/encode.ts';
import { ApiStruct } from '../../message/value.ts';
import type { Account } from '../../org/account.ts';
import type { User } from '../../org/user.ts';
import { scanInOrder, type Rows, type Scalar, type ValueKind } from '../../retrieve/rows.ts';
import { encodedOctets } from '../../xml/octets.ts';
import type { ApiObject, RetrieveScope } from '../apiObject.ts';
import { usersIn } from './accountUser.ts';

const type = 'AccountUserAccount';

interface Assignment {
  readonly user: User;
  readonly account: Account;
}

/** The properties that public programs ask for. */
const values: Readonly<
  Record<string, readonly [kind: ValueKind, value: (item: Assignment) => NonNullable<Scalar>]>
> = {
  'AccountUser.AccountUserID': ['number', ({ user }) => user.id],
  'AccountUser.UserID': ['text', ({ user }) => user.userId],
  'Account.ID': ['number', ({ account }) => account.mid],
  'Account.Name': ['text', ({ account }) => account.name],
};

export const accountUserAccount: ApiObject = {
  type,
  retrieve: (scope): Rows<Assignment> => ({
    scan: (from, visit) => scanInOrder(assignmentsIn(scope), from, visit),
    property: (name) => {
      const found = Object.hasOwn(values, name) ? values[name] : undefined;
      return found === undefined ? undefined : { kind: found[0], value: found[1] };
    },
    writer: (properties) => {
      const unknown = properties.filter((name) => !Object.hasOwn(values, name));
      if (unknown.length > 0) {
        return `The Request Property(s) ${unknown.join(', ')} do not match with the fields of ${type} retrieve`;
      }
      return { write: (item) => encodedOctets(written(item, properties)) };
    },
  }),
};

/** A business unit sees the users that can be used in it; the enterprise sees all. */
function* assignmentsIn(scope: RetrieveScope): Iterable<Assignment> {
  for (const user of usersIn(scope)) {
    for (const mid of user.businessUnits) {
      const account = scope.org.account(mid);
      if (account !== undefined) yield { user, account };
    }
  }
}

function written(item: Assignment, properties: readonly string[]): string {
  const part = (name: string): string => {
    const struct = new ApiStruct(name, name === 'AccountUser' ? { Delete: 0 } : {});
    const asked = Object.entries(values).filter(
      ([path]) => path.startsWith(`${name}.`) && properties.includes(path),
    );
    for (const [path, [, value]] of asked) struct.set(path.slice(name.length + 1), String(value(item)));
    return asked.length === 0 ? '' : encode(name, struct, name);
  };
  const nothing = '<PartnerKey xsi:nil="true"/><ObjectID xsi:nil="true"/>';
  return `<Results xsi:type="${type}">${nothing}${part('AccountUser')}${part('Account')}</Results>`;
}
