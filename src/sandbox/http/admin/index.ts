/** The sandbox's own pages: what there is to see and to order. A new one is a row of this table. */
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { setClock, showClock } from './clock.ts';
import { endFaults, orderFaults, showFaults } from './faults.ts';
import { deleteFile, listFiles, putFile, readFile } from './files.ts';
import { clearJournal, showCorrelations, showJournal } from './journal.ts';
import { showObjects } from './objects.ts';
import { showPage } from './page.ts';
import { resetOrg } from './reset.ts';
import type { Site } from './site.ts';
import { setTraps, showTraps } from './traps.ts';

export const adminRoutes: Readonly<Record<string, (site: Site, request: HttpRequest) => HttpReply>> = {
  'GET /_sandbox/connection': (site) => jsonReply(200, site.connection),
  'GET /_sandbox/journal': showJournal,
  'DELETE /_sandbox/journal': clearJournal,
  'GET /_sandbox/correlations': showCorrelations,
  'GET /_sandbox/faults': showFaults,
  'POST /_sandbox/faults': orderFaults,
  'DELETE /_sandbox/faults': endFaults,
  'GET /_sandbox/clock': showClock,
  'POST /_sandbox/clock': setClock,
  'GET /_sandbox/files': listFiles,
  'GET /_sandbox/file': readFile,
  'PUT /_sandbox/file': putFile,
  'DELETE /_sandbox/file': deleteFile,
  'GET /_sandbox': showPage,
  'GET /_sandbox/': showPage,
  'GET /_sandbox/objects': showObjects,
  'GET /_sandbox/traps': showTraps,
  'POST /_sandbox/traps': setTraps,
  'POST /_sandbox/reset': resetOrg,
};
