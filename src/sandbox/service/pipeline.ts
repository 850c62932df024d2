/**
 * The course of a SOAP request. The order of the stages is that of an ASP.NET web service with WS-Security in front
 * of it, which is what the real one is by its faults: the action in the HTTP header chooses the method before the
 * body is read (the fault for an unknown one names that header), headers are checked before the message is read
 * (a bad token is answered whatever the message is), and only then is the message deserialised.
 *
 * 1. action in the HTTP header   chooseOperation
 * 2. XML                         xml/reader.ts
 * 3. envelope                    envelope.ts
 * 4. action in the envelope      chooseOperation
 * 5. who calls                   authenticate.ts
 * 6. ordered faults              faults/
 * 7. message by its types        message/decode.ts
 * 8. operation                   operations/
 * 9. answer                      respond.ts
 */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import type { Dispatcher } from '../callbacks/dispatcher.ts';
import type { FaultBoard } from '../faults/faultBoard.ts';
import type { FaultRule } from '../faults/kinds.ts';
import { strikeOf, type Strike } from '../faults/strike.ts';
import type { Journal } from '../journal.ts';
import { decodeMessage, type Objections } from '../message/decode.ts';
import { Fault, faults } from '../message/fault.ts';
import type { ApiStruct } from '../message/value.ts';
import { operationNamed } from '../operations/index.ts';
import type { Answer, Call, OperationHandler } from '../operations/operation.ts';
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import type { Continuations } from '../retrieve/continuations.ts';
import { isProblem, readXml, type XmlDocument } from '../xml/reader.ts';
import type { AccessTokens } from './accessTokens.ts';
import { storedCall } from '../state/storedCall.ts';
import type { StateFile } from '../state/stateFile.ts';
import { storedStruct } from '../state/values.ts';
import { LoudTrap, unsureTraps, type Trap, type TrapBoard, type TrapName } from '../traps/traps.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { readEnvelope, type Envelope, type SoapVersion } from './envelope.ts';
import { loudAnswer } from './loudAnswer.ts';
import { correlationsOf, objectTypeOf } from './peek.ts';
import { gatewayReply, respond, type SoapReply } from './respond.ts';

/** What the service works on. */
export interface Service {
  readonly org: Org;
  readonly tokens: AccessTokens;
  readonly continuations: Continuations;
  readonly journal: Journal;
  readonly faults: FaultBoard;
  readonly traps: TrapBoard;
  readonly callbacks: Dispatcher;
  /** Keeps the calls that change the org; undefined when nothing is kept. */
  readonly state: StateFile | undefined;
  /** The address of the SOAP service, which faults name. */
  readonly endpoint: string;
}

export interface SoapRequest {
  readonly text: string;
  /** The SOAPAction header, or the `action` of a SOAP 1.2 content type. */
  readonly action: string | undefined;
  /** The version by the content type; the envelope decides as soon as it can be read. */
  readonly version: SoapVersion;
}

/** What is known of a request so far. */
interface Exchange {
  version: SoapVersion;
  operation: string;
  account: Account | undefined;
  messageId: string | undefined;
  /** How many objects carry each CorrelationID. */
  correlations: ReadonlyMap<string, number>;
  struck: readonly FaultRule[];
  strike: Strike | undefined;
  readonly traps: Set<TrapName>;
  readonly problems: string[];
}

/** Answers a request, whatever it is, and enters it in the journal. */
export function answerSoap(service: Service, request: SoapRequest): SoapReply {
  const exchange: Exchange = {
    version: request.version,
    operation: 'Unknown',
    account: undefined,
    messageId: undefined,
    correlations: new Map(),
    struck: [],
    strike: undefined,
    traps: new Set(),
    problems: [],
  };
  const result = answerSafely(service, request, exchange);
  enter(service, exchange, result);
  service.callbacks.watch();
  const reply = respond(service, result, exchange);
  const mishap = exchange.strike?.mishap;
  if (mishap?.gateway === true) return { ...gatewayReply, mishap };
  return mishap === undefined ? reply : { ...reply, mishap };
}

function enter({ org, journal }: Service, exchange: Exchange, result: Answer | Fault): void {
  const { operation, account, problems, correlations, struck, traps } = exchange;
  const entry = {
    at: new Date(org.clock.now()).toISOString(),
    operation,
    mid: account?.mid ?? 0,
    outcome: result instanceof Fault ? `Fault: ${result.text}` : result.outcome,
    problems,
    ...(result instanceof Fault || result.objectType === undefined ? {} : { objectType: result.objectType }),
    ...(correlations.size === 0 ? {} : { correlationIds: [...correlations.keys()] }),
    ...(struck.length === 0 ? {} : { faults: struck.map(({ kind }) => kind) }),
    ...(traps.size === 0 ? {} : { traps: [...traps] }),
  };
  journal.add(entry, correlations);
}

/**
 * A bug in an operation must not end the sandbox: it is answered as the service's own bugs are, and the journal tells
 * of it.
 */
function answerSafely(service: Service, request: SoapRequest, exchange: Exchange): Answer | Fault {
  try {
    return run(service, request, exchange);
  } catch (error) {
    if (error instanceof LoudTrap) return new Fault('Client', error.message, 'none');
    exchange.problems.push(
      `The sandbox failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return faults.unexpected(exchange.operation, service.org.random.integer());
  }
}

function run(service: Service, request: SoapRequest, exchange: Exchange): Answer | Fault {
  const httpAction = request.action === '' ? undefined : request.action;
  const named = httpAction === undefined ? undefined : chooseOperation(httpAction);
  if (named instanceof Fault) return named;
  exchange.operation = named?.name ?? exchange.operation;

  const document = readXml(request.text);
  if (isProblem(document)) return faults.unreadable(document.problem, document.problem.message);

  const envelope = readEnvelope(document.root);
  if (envelope instanceof Fault) return envelope;
  exchange.version = envelope.version;
  exchange.messageId = envelope.messageId;

  const operation = named ?? chooseOperation(envelope.action);
  if (operation instanceof Fault) return operation;
  exchange.operation = operation.name;

  const caller = authenticate(service, envelope.credentials);
  if (caller instanceof Fault) return caller;
  exchange.account = caller.account;

  exchange.correlations = correlationsOf(envelope.message);
  const refusal = strike(service, operation, envelope, exchange);
  if (refusal !== undefined) return refusal;

  return runOperation(service, operation, { document, envelope, exchange, caller });
}

/** Lets the ordered faults strike. GetSystemStatus is answered even then: it is there to tell of them. */
function strike(
  service: Service,
  { name }: OperationHandler,
  { message }: Envelope,
  exchange: Exchange,
): Fault | undefined {
  exchange.struck = service.faults.draw({ operation: name, objectType: objectTypeOf(message) });
  if (exchange.struck.length === 0) return undefined;
  exchange.strike = strikeOf(exchange.struck);
  return name === 'GetSystemStatus' ? undefined : exchange.strike.refusal;
}

function chooseOperation(action: string | undefined): OperationHandler | Fault {
  if (action === undefined) return faults.noAction();
  return operationNamed(action) ?? faults.unknownAction(action);
}

function runOperation(
  service: Service,
  operation: OperationHandler,
  request: { document: XmlDocument; envelope: Envelope; exchange: Exchange; caller: Caller },
): Answer | Fault {
  const { document, envelope, exchange, caller } = request;
  const element = catalogue.operation(operation.name)?.request ?? '';
  const message = envelope.message;
  const note = (problem: string): void => void exchange.problems.push(problem);
  if (message?.name !== element || message.namespace !== catalogue.targetNamespace) {
    note(`The body must hold ${element} in the namespace ${catalogue.targetNamespace}.`);
    return faults.noMessage();
  }
  const trap: Trap = (name, detail) => {
    const isLoud = service.traps.isLoud(name);
    if (unsureTraps.has(name) && !isLoud) return;
    note(detail);
    exchange.traps.add(name);
    if (isLoud) throw new LoudTrap(name, detail);
  };
  const decoded = decodeMessage(document, message, `/${element}`, { note, trap });
  if (decoded instanceof Fault) return decoded;
  return perform(service, operation, { caller, exchange, message: decoded, objections: { note, trap } });
}

/** Runs an operation on a message that could be read. */
function perform(
  service: Service,
  operation: OperationHandler,
  request: { caller: Caller; exchange: Exchange; message: ApiStruct; objections: Objections },
): Answer | Fault {
  const { caller, exchange, message, objections } = request;
  const { org, continuations, faults: board, journal } = service;
  const now = org.clock.now();
  org.advance(now);
  const drawn = org.random.position;
  const rules = exchange.strike?.objectErrors ?? [];
  const struck: (FaultRule | undefined)[] = [];
  const call: Call = {
    ...{ ...caller, ...objections, org, continuations, message, now },
    requestId: org.random.guid(),
    faults: board,
    struckObject: () => {
      const rule = rules.find((each) => board.hitsObject(each));
      if (rules.length > 0) struck.push(rule);
      return rule;
    },
    done: (correlationId) => journal.countDone(correlationId),
  };
  // The state takes what was called before anything can change it.
  const kept = operation.changes === true && service.state !== undefined ? storedStruct(message) : undefined;
  const answer = operation.run(call);
  if (kept !== undefined) {
    service.state?.append(storedCall(call, operation.name, { drawn, message: kept, struck }));
  }
  return loudAnswer(service.traps, answer);
}
