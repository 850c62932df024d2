/** Rows into files: CSV, JSON or XLSX, streamed. Pure Node. */
export { exportToFile, type ExportOptions } from './exportToFile.ts';
export { rowObjects, TableBuilder } from './objectTable.ts';
export { exportFormats, type ExportFormat } from './formats.ts';
export { ExportError, type ExportCell, type ExportTable, type ExportType } from './table.ts';
