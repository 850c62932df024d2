/** Finds out where the web application of an org is. Loaded when somebody wants to go there. */
import { fetchUserInfo, type Transport } from '../../soap/index.ts';
import { readStack, stackOfAddress } from '../../views/index.ts';
import type { Access } from './access.ts';
import type { OrgConnection } from './connection.ts';

/** The page of an org that has but one, or the stack of one of Marketing Cloud; that is undefined where it is not known. */
export type WebPlace = { readonly page: string } | { readonly stack: string | undefined };

interface Question {
  readonly org: OrgConnection;
  readonly access: Access;
  readonly transport: Transport;
  readonly mid: number;
}

/** @throws MarketingCloudError when the token service does not answer */
export async function findWebPlace({ org, access, transport, mid }: Question): Promise<WebPlace> {
  if (access.authAddress === undefined) return { stack: stackOfAddress(org.soapAddress ?? '') };
  const token = await access.tokens(access.reachesBusinessUnits ? mid : undefined, transport).token();
  const { stack } = await fetchUserInfo(transport, access.authAddress, token);
  return { stack: readStack(stack) };
}
