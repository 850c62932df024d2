/** Makes the e-mails, send classifications and send definitions of an account. */
import type { Account } from '../org/account.ts';
import { ApiStruct, type MemberInput } from '../message/value.ts';
import {
  senderOf,
  type Email,
  type SendClassification,
  type SendDefinition,
  type SendList,
  type TriggeredSendDefinition,
} from '../org/content.ts';
import type { KeptObject } from '../org/kept.ts';
import type { Org } from '../org/org.ts';
import { everybodysList, type List } from '../org/people.ts';
import { TriggeredJob } from '../org/sends/triggeredJob.ts';
import { guidOf, hashText } from '../random.ts';
import type { FolderTree } from './folders.ts';

export interface DefinitionSeed {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  /** The name of a list of the account, or the key of a data extension. */
  readonly audience: { readonly list: string } | { readonly dataExtension: string };
  readonly operational?: boolean;
}

export interface TriggeredSeed {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly status: TriggeredSendDefinition['status'];
  readonly perHour: number;
}

const day = 86_400_000;

/** What an account needs to send, being filled. */
export class ContentSeed {
  private readonly org: Org;
  private readonly account: Account;
  private readonly folders: FolderTree;
  private readonly now: number;
  private readonly classifications: readonly [SendClassification, SendClassification];

  constructor(org: Org, account: Account, folders: FolderTree, now: number) {
    this.org = org;
    this.account = account;
    this.folders = folders;
    this.now = now;
    const sender = this.profile('SenderProfile', 'sender profile', {
      FromName: account.fromName,
      FromAddress: account.email,
      UseDefaultRMMRules: true,
    });
    const delivery = this.profile('DeliveryProfile', 'delivery profile', {
      SourceAddressType: 'DefaultPrivateIPAddress',
      DomainType: 'DefaultDomain',
      HeaderSalutationSource: 'Default',
      FooterSalutationSource: 'Default',
    });
    this.classifications = [
      this.classification('Default Commercial', 'Marketing', { sender, delivery }),
      this.classification('Default Transactional', 'Operational', { sender, delivery }),
    ];
    for (const classification of this.classifications) org.sendClassifications.add(classification);
  }

  /** Adds a send definition and the e-mail that it sends. */
  definition(seed: DefinitionSeed): SendDefinition {
    const definition: SendDefinition = {
      mid: this.account.mid,
      objectId: this.guid(`definition ${seed.key}`),
      key: seed.key,
      name: seed.name,
      description: '',
      folderId: this.folders.at('userinitiatedsends', []),
      classification: this.classifications[seed.operational === true ? 1 : 0],
      emailId: this.email(seed.name, seed.subject).id,
      subject: seed.subject,
      senderProfile: undefined,
      deliveryProfile: undefined,
      lists: [this.audience(seed)],
      testAddresses: '',
      isMultipart: true,
      deduplicate: false,
      createdAt: this.now - 400 * day,
      modifiedAt: this.now - 40 * day,
    };
    this.org.sendDefinitions.add(definition);
    return definition;
  }

  /** Adds a triggered send definition and its e-mail; its list is that of all subscribers. */
  triggered(seed: TriggeredSeed): void {
    const objectId = this.guid(`triggered ${seed.key}`);
    const email = this.email(seed.name, seed.subject);
    const made: TriggeredSendDefinition = {
      mid: this.account.mid,
      objectId,
      key: seed.key,
      name: seed.name,
      description: '',
      status: seed.status,
      classification: this.classifications[1],
      senderProfile: undefined,
      deliveryProfile: undefined,
      emailId: email.id,
      listId: this.list(everybodysList)?.id ?? 0,
      subject: seed.subject,
      folderId: this.folders.at('triggered_send', []),
      fromName: undefined,
      fromAddress: undefined,
      bccEmail: '',
      isMultipart: true,
      autoAddSubscribers: true,
      autoUpdateSubscribers: true,
      priority: 'Medium',
      suppressTracking: false,
      sendLimit: 0,
      sendSourceKey: undefined,
      job: new TriggeredJob(objectId),
      createdAt: this.now - 200 * day,
      modifiedAt: seed.status === 'Active' ? this.now - 200 * day : this.now - 12 * day,
      perHour: seed.perHour,
      stoppedAt: seed.status === 'Active' ? undefined : this.now - 12 * day,
    };
    this.org.triggeredSendDefinitions.add(made);
    this.addJob(made, email);
  }

  /** Its messages are a send of their own. */
  private addJob(made: TriggeredSendDefinition, email: Email): void {
    const { fromName, fromAddress } = senderOf(made);
    this.org.sends.add({
      mid: made.mid,
      objectId: this.guid(`job ${made.key}`),
      definition: undefined,
      email: { id: email.id, name: email.name, links: email.links },
      subject: made.subject,
      fromName,
      fromAddress,
      createdAt: made.createdAt,
      startsAt: made.createdAt,
      duration: 1,
      failsAt: undefined,
      audience: made.job,
      isMultipart: true,
      seed: hashText(this.org.randomSeed, made.objectId),
      course: made.job,
    });
  }

  private email(name: string, subject: string): Email {
    const base = `https://www.northwind.example/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    const links = [base, `${base}/offers?from=mail&lang=%%Locale%%`, 'https://www.northwind.example/account'];
    const id = this.org.nextId('email');
    const anchors = links.map((link) => `<p><a href="${link.replaceAll('&', '&amp;')}">Have a look</a></p>`);
    const email: Email = {
      mid: this.account.mid,
      id,
      key: this.guid(`email ${name}`),
      name,
      subject,
      preHeader: 'From everybody at Northwind',
      folderId: this.folders.at('email', []),
      htmlBody: `<html><body><h1>Hello %%First Name%%</h1>${anchors.join('')}<custom name="opencounter" type="tracking"/></body></html>`,
      textBody: `Hello %%First Name%%\r\n\r\n${links.join('\r\n')}\r\n`,
      links,
      createdAt: this.now - 420 * day,
      modifiedAt: this.now - 45 * day,
    };
    this.org.emails.add(email);
    return email;
  }

  /** Adds the profile that every account has from the first, `Default`. */
  private profile(type: string, seed: string, content: Readonly<Record<string, MemberInput>>): KeptObject {
    const { mid, createdAt } = this.account;
    const made: KeptObject = {
      mid,
      id: 0,
      objectId: this.guid(seed),
      key: 'Default',
      name: 'Default',
      content: new ApiStruct(type, { Name: 'Default', CustomerKey: 'Default', ...content }),
      createdAt,
      modifiedAt: createdAt,
    };
    this.org.kept.of(type).add(made);
    return made;
  }

  private classification(
    name: string,
    type: string,
    { sender, delivery }: { readonly sender: KeptObject; readonly delivery: KeptObject },
  ): SendClassification {
    return {
      mid: this.account.mid,
      objectId: this.guid(`classification ${name}`),
      key: name,
      name,
      description: '',
      type,
      senderProfile: sender,
      deliveryProfile: delivery,
      archiveEmail: false,
      createdAt: this.account.createdAt,
      modifiedAt: this.account.createdAt,
    };
  }

  private audience({ key, audience }: DefinitionSeed): SendList {
    const { org, account } = this;
    const common = { objectId: this.guid(`audience ${key}`), type: 'SourceList', isTest: false };
    if ('list' in audience) {
      return { ...common, source: 'List', listId: this.list(audience.list)?.id, dataExtensionId: undefined };
    }
    const extension = org.dataExtensions.find(account.mid, 'key', audience.dataExtension);
    return { ...common, source: 'CustomObject', listId: undefined, dataExtensionId: extension?.objectId };
  }

  private list(name: string): List | undefined {
    return [...this.org.lists.all()].find((list) => list.mid === this.account.mid && list.name === name);
  }

  private guid(name: string): string {
    return guidOf(hashText(this.org.randomSeed + this.account.mid, name), 4);
  }
}
