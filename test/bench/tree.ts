/**
 * The Data Extensions tree on 45,000 data extensions in 2,000 folders, in a process of its own: `tree.mjs <address>`
 * prints one line of JSON. What counts is the processor's time for JavaScript, without the service and the way to it; what
 * VS Code takes to draw the nodes comes on top.
 */
import { readFileSync } from 'node:fs';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { ClientCredentialsSource, NodeTransport, SoapClient } from '../../src/soap/index.ts';
import { PagedNodes } from '../../src/views/trees/pagedNodes.ts';
import { dataExtensionFolders, loadDataExtensionTree } from '../../src/views/trees/dataExtensions/tree.ts';
import type { TreeNode } from '../../src/views/trees/treeNode.ts';

/** What one deed of a person costs. */
export interface TreeFigures {
  readonly deed: string;
  /** Milliseconds of the processor. */
  readonly time: number;
  /** SOAP requests, and how many are needed. */
  readonly requests: number;
  readonly needed: number;
  /** Nodes that can be seen after it. */
  readonly nodes: number;
}

export interface TreeMeasurement {
  readonly deeds: readonly TreeFigures[];
  /** What a second round of filtering and opening leaves in memory beyond the first, in megabytes. */
  readonly growth: number;
}

const [address = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const transport = new NodeTransport();
let requests = 0;
const client = await connect();
const account = { connectionId: 'bench', mid: 1, label: 'Bench', client: () => Promise.resolve(client) };
const folders = dataExtensionFolders();

async function connect(): Promise<SoapClient> {
  const connection = (await (await fetch(`${address}/_sandbox/connection`)).json()) as SandboxConnection;
  const tokens = new ClientCredentialsSource(
    {
      ...{ authAddress: `${address}/`, clientId: connection.clientId, accountId: connection.enterpriseId },
      clientSecret: () => Promise.resolve(connection.clientSecret),
    },
    { transport },
  );
  const made = new SoapClient({ tokens, transport, log: () => (requests += 1) });
  // The token and the first connection are no part of what is measured.
  await made.systemStatus();
  return made;
}

const roots = (filter = ''): Promise<readonly TreeNode[]> => loadDataExtensionTree(account, folders, filter);

/** What is below a node when it is opened, as the view loads it. */
async function open(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
  if (node?.pages === undefined) throw new Error('There is no such node.');
  const paged = new PagedNodes(node, node.pages, signal);
  await paged.next();
  if (node.pages.all === true) await paged.rest(() => undefined);
  return paged.shown((error) => {
    throw error;
  });
}

async function measure(
  deed: string,
  needed: number,
  act: () => Promise<readonly TreeNode[]>,
): Promise<TreeFigures> {
  const before = requests;
  const begun = processorTime();
  const nodes = await act();
  return { deed, time: processorTime() - begun, requests: requests - before, needed, nodes: nodes.length };
}

/** Of the thread that runs JavaScript, where the system tells it; else of the whole process, with its compiler. */
function processorTime(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

async function search(text: string): Promise<readonly TreeNode[]> {
  const [filter] = await roots(text);
  return open(filter);
}

function labelled(nodes: readonly TreeNode[], label: string): TreeNode | undefined {
  return nodes.find((node) => node.label === label);
}

/** Everything that a person may look at in a while: filters, and every outer folder. */
async function wander(): Promise<number> {
  for (const text of ['EMEA', 'Audience 12', 'Orders', 'nobody is called so']) await search(text);
  for (const node of await open((await roots())[0])) if (node.kind === 'folder') await open(node);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const first = await measure('first paint', 2, async () => {
  const [root, ...others] = await roots();
  // The first folder is open from the start.
  return [...others, ...(await open(root))];
});
const inside = await open((await roots())[0]);
const deeds = [
  first,
  await measure('expand a folder', 1, () => open(labelled(inside, 'EMEA 2020'))),
  await measure('filter, few found', 1, () => search('_04510')),
  await measure('filter, nothing found', 1, () => search('nobody is called so')),
  await measure('filter, 5,000 found', 2, () => search('Audience_')),
];
await wander();
const before = await wander();
const growth = ((await wander()) - before) / 1e6;
await transport.close();
console.log(JSON.stringify({ deeds, growth } satisfies TreeMeasurement));
