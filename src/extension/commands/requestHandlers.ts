/** What the commands do that run requests. */
import type { RequestPlace } from '../../shared/contributions.ts';
import type { ChosenEnvironment } from '../requests/environments.ts';
import type { RequestRunner } from '../requests/requestRunner.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly environment: ChosenEnvironment;
  readonly requests: RequestRunner;
}

type RequestCommand =
  | 'marketingCloud.runRequest'
  | 'marketingCloud.runRequestAsync'
  | 'marketingCloud.runAllRequests'
  | 'marketingCloud.runSelectedRequests'
  | 'marketingCloud.runXml'
  | 'marketingCloud.previewEnvelope'
  | 'marketingCloud.cancelRun'
  | 'marketingCloud.showResult'
  | 'marketingCloud.selectEnvironment';

export function requestHandlers({ environment, requests }: Parts): Pick<CommandHandlers, RequestCommand> {
  return {
    'marketingCloud.runRequest': (place) => requests.run(requestPlace(place)),
    'marketingCloud.runRequestAsync': (place) => requests.run(requestPlace(place), 'async'),
    'marketingCloud.runAllRequests': (place) => requests.runAll(requestPlace(place)),
    'marketingCloud.runSelectedRequests': () => requests.runSelection(),
    'marketingCloud.runXml': () => requests.runXml(),
    'marketingCloud.previewEnvelope': (place) => requests.preview(requestPlace(place)),
    'marketingCloud.cancelRun': () => requests.cancel(),
    'marketingCloud.showResult': () => requests.showResult(),
    'marketingCloud.selectEnvironment': () => environment.pick(),
  };
}

/** A code lens hands over a place; menus of an editor hand over the file's URI, and mean what is edited. */
function requestPlace(payload: RequestPlace | undefined): RequestPlace | undefined {
  const isPlace = typeof payload?.uri === 'string' && typeof payload.line === 'number';
  return isPlace ? payload : undefined;
}
