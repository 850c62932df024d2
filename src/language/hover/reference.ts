/** Where the vendor's documentation has a page on something of the API. */

const guide = 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide';

/** The page on an object or a method. */
export function referencePage(name: string): string {
  return `${guide}/${name.toLowerCase()}.html`;
}
