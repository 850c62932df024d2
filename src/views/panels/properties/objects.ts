/** The API object behind each kind of node: how it is found, and how it is written. One row for each kind. */
import * as l10n from '@vscode/l10n';
import type { TypedObject } from '../../../soap/index.ts';
import { and, textAt, where, type Filter, type SoapObject } from '../../../soap/pure.ts';
import { writtenTo } from '../../trees/dataExtensions/dataExtension.ts';
import { nameOrKey, type NodeSubject } from '../../trees/treeNode.ts';

type Kind = NodeSubject['kind'];
type Subject<K extends Kind> = Extract<NodeSubject, { readonly kind: K }>;

interface ObjectKind<K extends Kind> {
  readonly objectType: string;
  /** What it is, for a person. */
  readonly name: string;
  readonly title: (subject: Subject<K>) => string;
  /** @param loaded what is known of it by now; nothing before it was loaded */
  readonly filter: (subject: Subject<K>, loaded: SoapObject) => Filter;
  /** The object of an update: what says which one is meant, and the changes. Absent where nothing can be changed. */
  readonly update?: (subject: Subject<K>, changes: SoapObject, loaded: SoapObject) => TypedObject;
  /** Properties that can be changed, where they are not those that the catalogue calls updatable. */
  readonly editable?: readonly string[];
  /** The property that a new name is written to. Absent where the API takes none. */
  readonly named?: 'Name' | 'ListName';
}

const byKey = ({ key }: { readonly key: string }): Filter => where('CustomerKey', 'equals', key);

/** An update that finds its object by its key. */
function keyed($type: string): (subject: { readonly key: string }, changes: SoapObject) => TypedObject {
  return ({ key }, changes) => ({ $type, CustomerKey: key, ...changes });
}

const kinds: { readonly [K in Kind]?: ObjectKind<K> } = {
  dataExtension: {
    ...{ objectType: 'DataExtension', name: l10n.t('Data extension'), title: nameOrKey, filter: byKey },
    update: ({ key, owner }, changes) => ({
      $type: 'DataExtension',
      ...writtenTo({ owner }),
      CustomerKey: key,
      ...changes,
    }),
    named: 'Name',
    editable: [
      ...['Name', 'Description', 'IsTestable', 'CategoryID', 'DataRetentionPeriodLength'],
      ...['DataRetentionPeriodUnitOfMeasure', 'RowBasedRetention', 'ResetRetentionPeriodOnImport'],
      'DeleteAtEndOfRetentionPeriod',
    ],
  },
  field: {
    ...{
      objectType: 'DataExtensionField',
      name: l10n.t('Field of a data extension'),
      title: ({ name }) => name,
    },
    // By the name that it has now: a field can be renamed here.
    filter: ({ name, dataExtension }, loaded) =>
      and(
        where('DataExtension.CustomerKey', 'equals', dataExtension),
        where('Name', 'equals', textAt(loaded, 'Name') ?? name),
      ),
    // A field is written as part of its data extension, and known by its ObjectID while its name changes.
    update: ({ dataExtension, owner }, changes, { ObjectID }) => ({
      $type: 'DataExtension',
      ...writtenTo({ owner }),
      CustomerKey: dataExtension,
      Fields: { Field: [{ ...(ObjectID === undefined ? {} : { ObjectID }), ...changes }] },
    }),
    named: 'Name',
    editable: ['Name', 'DefaultValue', 'MaxLength', 'IsRequired'],
  },
  list: {
    ...{ objectType: 'List', name: l10n.t('List'), title: nameOrKey },
    filter: ({ id }) => where('ID', 'equals', id),
    update: ({ id }, changes) => ({ $type: 'List', ID: id, ...changes }),
    named: 'ListName',
    editable: ['ListName', 'Description', 'Category', 'Type'],
  },
  group: {
    ...{ objectType: 'Group', name: l10n.t('Group'), title: ({ name }) => name },
    filter: ({ id }) => where('ID', 'equals', id),
  },
  send: {
    ...{
      objectType: 'Send',
      name: l10n.t('Send'),
      title: ({ name, id }) => (name === '' ? l10n.t('Send {0}', id) : name),
    },
    filter: ({ id }) => where('ID', 'equals', id),
  },
  subscriber: {
    ...{ objectType: 'Subscriber', name: l10n.t('Subscriber'), title: ({ key }) => key },
    filter: ({ key }) => where('SubscriberKey', 'equals', key),
    update: ({ key }, changes) => ({ $type: 'Subscriber', SubscriberKey: key, ...changes }),
    editable: ['EmailAddress', 'Status', 'EmailTypePreference'],
  },
  sendDefinition: {
    ...{
      objectType: 'EmailSendDefinition',
      name: l10n.t('E-mail send definition'),
      title: nameOrKey,
      filter: byKey,
    },
    update: keyed('EmailSendDefinition'),
    named: 'Name',
  },
  triggeredSend: {
    ...{
      objectType: 'TriggeredSendDefinition',
      name: l10n.t('Triggered send definition'),
      title: nameOrKey,
      filter: byKey,
    },
    update: keyed('TriggeredSendDefinition'),
    named: 'Name',
  },
  importDefinition: {
    ...{ objectType: 'ImportDefinition', name: l10n.t('Import definition'), title: nameOrKey, filter: byKey },
    update: keyed('ImportDefinition'),
    named: 'Name',
  },
  importRun: {
    ...{
      objectType: 'ImportResultsSummary',
      name: l10n.t('Run of an import'),
      title: ({ taskId }) => l10n.t('Run {0}', taskId),
    },
    filter: ({ taskId }) => where('TaskResultID', 'equals', taskId),
  },
  folder: {
    ...{ objectType: 'DataFolder', name: l10n.t('Folder'), title: nameOrKey },
    filter: ({ id }) => where('ID', 'equals', id),
    update: ({ id }, changes) => ({ $type: 'DataFolder', ID: id, ...changes }),
    named: 'Name',
    editable: ['Name', 'Description', 'AllowChildren', 'IsEditable', 'IsActive'],
  },
};

/** The object of a node, with the node filled in. */
export interface ObjectOfNode {
  readonly objectType: string;
  readonly name: string;
  readonly title: string;
  /** MID of the account that it lives in, where that is not the one that asks. */
  readonly owner?: number | undefined;
  readonly filter: (loaded: SoapObject) => Filter;
  readonly update?: (changes: SoapObject, loaded: SoapObject) => TypedObject;
  readonly editable?: readonly string[];
  readonly named?: 'Name' | 'ListName';
}

/** Undefined for nodes that are no object of the API. */
export function objectOf(subject: NodeSubject): ObjectOfNode | undefined {
  const kind = kinds[subject.kind] as ObjectKind<Kind> | undefined;
  if (kind === undefined) return undefined;
  const { objectType, name, update, editable, named } = kind;
  return {
    ...{ objectType, name },
    title: kind.title(subject),
    ...('owner' in subject ? { owner: subject.owner } : {}),
    filter: (loaded: SoapObject) => kind.filter(subject, loaded),
    ...(update === undefined
      ? {}
      : { update: (changes: SoapObject, loaded: SoapObject) => update(subject, changes, loaded) }),
    ...(editable === undefined ? {} : { editable }),
    ...(named === undefined ? {} : { named }),
  };
}
