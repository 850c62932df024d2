/** The people of the demo: whoever turns up in it, as a subscriber or in a data extension, is one of these by number. */
import { mix } from '../random.ts';
import { encodedOctets } from '../xml/octets.ts';

/** Each with the form that an e-mail address has of it. */
const firstNames = names(
  'Anna Ben Carla David Elena Finn Grace Hannah Ivan Julia Karim Laura Mia Noah Olivia Paul Quentin Rosa Samuel Theo ' +
    'Ursula Vera William Xenia Yusuf Zoë Jürgen Björn François Renée Søren Chloé André Inês Käthe Aoife Dev Priya Ravi ' +
    'Amira Omar Leila Lukas Emma Oskar Freya George Alice Harry Amelia Jack Isla Oliver Ava Sophie Marie Max Leon Lena',
);
const lastNames = names(
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Köhler Krüger Größer Smith Jones Taylor ' +
    'Brown Williams Wilson Davies Evans Thomas Roberts Walker Wright Thompson White Hughes Edwards Green Hall Wood ' +
    "O'Connor O'Brien D'Angelo Rossi Ferrari Moreau Laurent García Fernández Silva Santos Novák Kowalski Andersson " +
    'Nielsen Jansen Peeters Patel Khan Singh Ali Cohen Sørensen Lindström',
);

function names(list: string): readonly { readonly name: string; readonly slug: string }[] {
  return list.split(' ').map((name) => ({ name, slug: slugOf(name) }));
}

function slugOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ø', 'o').replaceAll('ß', 'ss');
  // What is left of a decomposed text keeps the wide form of the engine, and would slow down all that it is put into.
  return encodedOctets(plain.normalize('NFD').replace(/[^a-z]/g, ''));
}

interface Place {
  readonly city: string;
  readonly postalCode: string;
  readonly locale: string;
  readonly phone: string;
}

const british: readonly Place[] = [
  { city: 'London', postalCode: 'SW1A 1AA', locale: 'en-GB', phone: '+44 20 7946' },
  { city: 'Manchester', postalCode: 'M1 1AE', locale: 'en-GB', phone: '+44 161 496' },
  { city: 'Leeds', postalCode: 'LS1 4DY', locale: 'en-GB', phone: '+44 113 496' },
  { city: 'Edinburgh', postalCode: 'EH1 1YZ', locale: 'en-GB', phone: '+44 131 496' },
  { city: 'Cardiff', postalCode: 'CF10 1EP', locale: 'en-GB', phone: '+44 29 2018' },
];
const german: readonly Place[] = [
  { city: 'Berlin', postalCode: '10115', locale: 'de-DE', phone: '+49 30 23125' },
  { city: 'München', postalCode: '80331', locale: 'de-DE', phone: '+49 89 99998' },
  { city: 'Köln', postalCode: '50667', locale: 'de-DE', phone: '+49 221 4710' },
  { city: 'Leipzig', postalCode: '04109', locale: 'de-DE', phone: '+49 341 2357' },
  { city: 'Dresden', postalCode: '01067', locale: 'de-DE', phone: '+49 351 4881' },
];
const elsewhere: readonly Place[] = [
  { city: 'Boston', postalCode: '02108', locale: 'en-US', phone: '+1 617 555' },
  { city: 'Newark', postalCode: '07102', locale: 'en-US', phone: '+1 973 555' },
  { city: 'Seattle', postalCode: '98101', locale: 'en-US', phone: '+1 206 555' },
  { city: 'Paris', postalCode: '75001', locale: 'fr-FR', phone: '+33 1 99 00' },
  { city: 'Nice', postalCode: '06000', locale: 'fr-FR', phone: '+33 4 65 71' },
  { city: 'Málaga', postalCode: '29001', locale: 'es-ES', phone: '+34 951 00' },
  { city: 'Rome', postalCode: '00118', locale: 'it-IT', phone: '+39 06 5550' },
];

/** The first number of the people of each part of the organisation. */
export const firstPerson = { enterprise: 1, unitedKingdom: 200_001, germany: 300_001 } as const;

export const pools = {
  firstNames: firstNames.map(({ name }) => name),
  lastNames: lastNames.map(({ name }) => name),
  places: [...british, ...german, ...elsewhere],
} as const;

/** Which of the pools' texts a person has. */
export const picks = {
  firstName: (person: number): number => mix(11, person) % firstNames.length,
  lastName: (person: number): number => mix(12, person) % lastNames.length,
  place: (person: number): number => {
    if (person >= firstPerson.germany) return british.length + (mix(13, person) % german.length);
    if (person >= firstPerson.unitedKingdom) return mix(13, person) % british.length;
    return mix(13, person) % pools.places.length;
  },
} as const;

const keyPrefix = 'NW-';

/** The subscriber key of a person, `NW-0000042`. */
export function keyOf(person: number): string {
  return keyPrefix + String(10_000_000 + person).slice(1);
}

/** The person with a subscriber key; undefined when it is nobody's. */
export function personWithKey(key: string): number | undefined {
  return /^NW-\d{7}$/i.test(key) ? Number(key.slice(keyPrefix.length)) : undefined;
}

/** The e-mail address of a person; no two have the same. */
export function emailOf(person: number): string {
  const first = firstNames[picks.firstName(person)]?.slug ?? '';
  const last = lastNames[picks.lastName(person)]?.slug ?? '';
  return `${first}.${last}${String(person)}@example.com`;
}

export function placeOf(person: number): Place | undefined {
  return pools.places[picks.place(person)];
}

/** The telephone number of a person, from the numbers that are kept free for such purposes. */
export function phoneOf(person: number): string {
  return `${placeOf(person)?.phone ?? ''} ${String(1000 + (mix(14, person) % 9000))}`;
}
