/** The catalogue that comes with the product, and the way to put a tenant's own schema in its place. */
import { Catalogue } from './catalogue.ts';
import corrections from './data/corrections.json' with { type: 'json' };
import described from './data/describe.json' with { type: 'json' };
import objects from './data/objects.json' with { type: 'json' };
import schema from './data/schema.json' with { type: 'json' };
import type { SchemaData } from './model.ts';
import { readOverlay } from './overlay.ts';

const overlay = readOverlay({ objects, described: described.objects, corrections });

/** The shipped catalogue. */
export const shippedCatalogue = new Catalogue(schema, overlay);

/** A catalogue with the schema of a tenant's own WSDL, which is newer than the shipped one; the overlay stays. */
export function refreshedCatalogue(tenantSchema: SchemaData): Catalogue {
  return new Catalogue(tenantSchema, overlay);
}
