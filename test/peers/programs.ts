/** Clients of other languages, each a program beside this file. */
import { runProgram, runs, runWork, type Peer } from './peer.ts';

/** Debian puts zeep beside its own Python, which another one on the path would not find. */
const pythons = ['/usr/bin/python3', 'python3'];

export function python(): string | undefined {
  return pythons.find((command) => runs(command, '-c', 'import zeep'));
}

export const zeep: Peer = {
  name: 'python zeep',
  missing: () => (python() === undefined ? 'Python 3 with zeep (python3-zeep)' : undefined),
  harvest: (connection) => runProgram(python() ?? '', 'zeepClient.py', connection),
  work: (connection, assignment) =>
    runWork({ command: python() ?? '', file: 'zeepWork.py' }, connection, assignment),
};

const php = 'php';

export const phpSoapClient: Peer = {
  name: 'PHP SoapClient',
  missing: () =>
    runs(php, '-r', 'exit(class_exists("SoapClient") ? 0 : 1);')
      ? undefined
      : 'PHP with its SOAP extension (php-cli, php-soap)',
  harvest: (connection) => runProgram(php, 'phpClient.php', connection),
  work: (connection, assignment) => runWork({ command: php, file: 'phpWork.php' }, connection, assignment),
};
