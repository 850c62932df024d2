/** The command line: what can be asked for, and what is wrong with what was. */
import { parseArgs } from 'node:util';
import { reporterNames, type ReporterName } from './reporters/index.ts';

export const usage = `Usage: marketing-cloud-soap run FILE.mcsoap… [options]

Runs SOAP request files, and exits with
  0  when all requests pass
  1  when a request fails, or an assertion does not hold
  2  when nothing can be run: wrong options, a file that cannot be read or has no request, a name that no request
     has, credentials that are missing or refused
  130  when it is cancelled with Ctrl+C: what is under way is given up, and nothing more is sent

  --env NAME          environment of the setting marketingCloud.environments
  --settings PATH     settings file with the environments; by default the nearest .vscode/settings.json
  --name NAME         run only the request of this name; may be given several times
  --var NAME=VALUE    answer to a prompt, or a variable; may be given several times
  --yes               agree to what would be asked in the editor: sends, deletes, clears, notes, large writes
  --reporter NAME     ${reporterNames.join(', ')}; spec by default
  --output PATH       write the report to a file instead of the standard output
  --help

Credentials come from the environment: MC_TENANT (subdomain, or Authentication Base URI), MC_CLIENT_ID,
MC_CLIENT_SECRET, and MC_MID for a business unit other than the package’s own. For # @connection Acme UK they are
MC_ACME_UK_TENANT and so on.
`;

export interface RunArguments {
  readonly files: readonly string[];
  readonly environment?: string;
  readonly settings?: string;
  readonly names: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly yes: boolean;
  readonly reporter: ReporterName;
  readonly output?: string;
}

/** The arguments, or why they are none; an empty reason is a wish for help. */
export function readArguments(args: readonly string[]): RunArguments | { readonly problem: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const [command, ...files] = positionals;
  if (values.help) return { problem: '' };
  if (command !== 'run') return { problem: `There is no command ${command ?? ''}`.trim() };
  if (files.length === 0) return { problem: 'There is no file to run.' };
  const reporter = reporterNames.find((name) => name === values.reporter);
  if (reporter === undefined) return { problem: `There is no reporter ${values.reporter}.` };
  const pairs = values.var.map((pair) => [pair, pair.indexOf('=')] as const);
  const broken = pairs.find(([, at]) => at < 1);
  if (broken !== undefined) return { problem: `--var takes NAME=VALUE, and ${broken[0]} is not that.` };
  return {
    files,
    names: values.name,
    variables: new Map(pairs.map(([pair, at]) => [pair.slice(0, at), pair.slice(at + 1)])),
    yes: values.yes,
    reporter,
    ...(values.env === undefined ? {} : { environment: values.env }),
    ...(values.settings === undefined ? {} : { settings: values.settings }),
    ...(values.output === undefined ? {} : { output: values.output }),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      env: { type: 'string' },
      settings: { type: 'string' },
      name: { type: 'string', multiple: true, default: [] },
      var: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      reporter: { type: 'string', default: 'spec' },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}
