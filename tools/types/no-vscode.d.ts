/**
 * What `vscode` resolves to in every project that must run without an editor.
 * It declares nothing, so an import of it there fails to compile.
 */
export {};
