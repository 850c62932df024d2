/** Where Marketing Cloud's web application shows an object. Only addresses that are known from several places stand here. */
import type { NodeSubject } from './trees/treeNode.ts';

/** The stack that an org is on, such as `s50`, from what the service says of it; undefined for what is none. */
export function readStack(text: string | undefined): string | undefined {
  return /^s[1-9]\d{0,3}$/i.test(text ?? '') ? text?.toLowerCase() : undefined;
}

/** The stack in the address of a service of the older kind, `webservice.s4.exacttarget.com`. */
export function stackOfAddress(soapAddress: string): string | undefined {
  return readStack(/^https:\/\/webservice\.(s\d+)\.exacttarget\.com(?:\/|$)/i.exec(soapAddress)?.[1]);
}

/** Kinds of objects that Email Studio shows, though none of them by an address of its own. */
const inEmailStudio: ReadonlySet<NodeSubject['kind']> = new Set([
  ...(['list', 'group', 'send', 'sendDefinition', 'triggeredSend', 'subscriber'] as const),
]);

/**
 * The page of an object, or that of the application that has it; without a stack, the page where a person logs in,
 * which finds the stack by itself.
 * @param objectId ObjectID of a data extension
 */
export function webPage(stack: string | undefined, kind: NodeSubject['kind'], objectId?: string): string {
  if (stack === undefined) return 'https://mc.exacttarget.com/cloud/';
  if (kind === 'dataExtension' && objectId !== undefined) {
    const page = `contactsmeta/admin.html#admin/data-extension/${encodeURIComponent(objectId)}/properties/`;
    return `https://mc.${stack}.marketingcloudapps.com/${page}`;
  }
  const front = `https://mc.${stack}.exacttarget.com/cloud/`;
  return inEmailStudio.has(kind) ? `${front}#app/Email` : front;
}
