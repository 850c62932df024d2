/** The properties page. It has a door of its own, so that it is loaded with the first of them. */
export { PropertiesPages } from './panel.ts';
