/** The profiles that a send definition names itself. The codes are documented for the profiles, the texts inferred. */
import type { OwnProfiles } from '../org/content.ts';
import type { KeptObject } from '../org/kept.ts';
import type { Org } from '../org/org.ts';
import type { Write } from './apiObject.ts';
import { keptNamed } from './kept/keptObject.ts';
import { refused, type Outcome } from './outcome.ts';

const notFound = { SenderProfile: 40_100, DeliveryProfile: 41_301 } as const;

/** The profiles of a definition as it is to become: what is left out stays, what is nil goes. */
export function ownProfilesOf(write: Write, before?: OwnProfiles): OwnProfiles | Outcome {
  const senderProfile = profileOf(write, 'SenderProfile', before?.senderProfile);
  if (senderProfile !== undefined && 'ok' in senderProfile) return senderProfile;
  const deliveryProfile = profileOf(write, 'DeliveryProfile', before?.deliveryProfile);
  if (deliveryProfile !== undefined && 'ok' in deliveryProfile) return deliveryProfile;
  return { senderProfile, deliveryProfile };
}

function profileOf(
  write: Write,
  type: keyof typeof notFound,
  before: KeptObject | undefined,
): KeptObject | undefined | Outcome {
  if (!write.object.has(type)) return before;
  const struct = write.object.struct(type);
  if (struct === undefined || struct.names.length === 0) return undefined;
  return keptNamed(type, write, struct) ?? refused(notFound[type], `The ${type} was not found.`);
}

/** What keeps a profile from being deleted: a classification or a definition that uses it. */
export function profileUse(org: Org, profile: KeptObject): Outcome | undefined {
  const uses = ({ senderProfile, deliveryProfile }: Readonly<Partial<OwnProfiles>>): boolean =>
    senderProfile === profile || deliveryProfile === profile;
  const classification = [...org.sendClassifications.all()].find(uses);
  if (classification !== undefined) {
    return refused(2, `The profile is used by the send classification ${classification.key}.`);
  }
  const definitions = [...org.sendDefinitions.all(), ...org.triggeredSendDefinitions.all()];
  const definition = definitions.find(uses);
  return definition === undefined
    ? undefined
    : refused(2, `The profile is used by the definition ${definition.key}.`);
}
