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

const emailStudio = 'Email';
const automationStudio = 'Automation%20Studio/AutomationStudioFuel3/';

/** The application that shows objects of a kind, none of which has an address of its own that is sure. */
const applications: Readonly<Partial<Record<NodeSubject['kind'], string>>> = {
  folder: emailStudio,
  group: emailStudio,
  importDefinition: automationStudio,
  list: emailStudio,
  send: emailStudio,
  sendDefinition: emailStudio,
  subscriber: emailStudio,
  triggeredSend: emailStudio,
};

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
  const application = applications[kind];
  return application === undefined ? front : `${front}#app/${application}`;
}
