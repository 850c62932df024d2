/**
 * The part of fontoxpath that is used. Its own declarations bring the types of a browser's document to every file, and
 * there is no browser here.
 */
declare module 'fontoxpath' {
  /** A node of the context's own making, a date or another structure, or a value by itself. */
  export type Item = object | string | number | boolean | bigint;

  interface EvaluateXPath {
    (
      expression: string,
      context: object,
      domFacade: null,
      variables: Readonly<Record<string, never>>,
      returnType: 'all results',
      options: {
        readonly language: string;
        readonly namespaceResolver: (prefix: string) => string | undefined;
      },
    ): readonly Item[];
    readonly ALL_RESULTS_TYPE: 'all results';
    readonly XPATH_3_1_LANGUAGE: string;
  }

  const library: { readonly evaluateXPath: EvaluateXPath };
  export default library;
}
