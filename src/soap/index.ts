/** The front door of the SOAP client. */
export { ClientCredentialsSource, type ClientCredentials } from './auth/clientCredentials.ts';
export {
  givenToken,
  legacyPackageToken,
  userNameToken,
  type LegacyPackage,
  type UserName,
} from './auth/legacy.ts';
export { awaitRedirect, type LoopbackRedirect } from './auth/loopbackRedirect.ts';
export {
  finishSignIn,
  SignedInPerson,
  startSignIn,
  type RefreshTokenStore,
  type SignedIn,
  type SignInApp,
  type StartedSignIn,
} from './auth/signIn.ts';
export { SharedToken, type TokenKeeper } from './auth/sharedToken.ts';
export type { AccessToken, TokenSource } from './auth/tokenSource.ts';
export { fetchUserInfo, type UserInfo } from './auth/userInfo.ts';
export { verifyAccess, verifyTokens, whyRefused } from './auth/verifyAccess.ts';
export { readOnly, type AnnouncedWrite, type WriteGuard } from './caller.ts';
export type { Check, CheckFacts, CheckOutcome, CheckStep } from './checkup/check.ts';
export { checkConnection, type CheckupSubject } from './checkup/checkup.ts';
export { judgeScopes, needs, type Need, type ScopeReport } from './checkup/scopes.ts';
export { defaultTimeouts, type CallOptions, type PageOptions, type Timeouts } from './callOptions.ts';
export { SoapClient, type SoapClientOptions } from './client.ts';
export { objectsPerAsynchronousCall, objectsPerCall } from './flow/batchPlan.ts';
export type { Interruption, WriteCall, WriteOutcome } from './flow/batches.ts';
export type { DescribeOptions } from './flow/describeCache.ts';
export { createFlow, type Flow } from './flow/flow.ts';
export type { RawAnswer, RawCallAnswer, RawWriteOptions } from './flow/rawRequests.ts';
export { concurrencyCeiling, type QueueSettings, type QueueState } from './flow/requestQueue.ts';
export type { FollowOptions, RequestProgress } from './flow/tracking.ts';
export { tuneConcurrency, type ConcurrencyAdvice, type ConcurrencyStep } from './flow/tuneConcurrency.ts';
export type { WriteMode } from './flow/writeMode.ts';
export type { WriteOptions } from './flow/writing.ts';
export type { CallLog, CallRecord } from './log.ts';
export type { DescribedProperty, ObjectDescription } from './operations/describe.ts';
export type { ExecuteRequest, RequestResult, RequestsOutcome } from './operations/execute.ts';
export type { ExtractRequest } from './operations/extract.ts';
export {
  type AsynchronousOptions,
  type RequestOptions,
  type ResponseTarget,
} from './operations/requestOptions.ts';
export type { ObjectResult, OverallResult, ResultDetail } from './operations/results.ts';
export type { RetrieveQuery } from './operations/retrieve.ts';
export type { SystemStatus } from './operations/systemStatus.ts';
export type { Version, VersionInfo } from './operations/versionInfo.ts';
export { isWriteMethod, type TypedObject, type WriteMethod } from './operations/write.ts';
export * from './pure.ts';
export type { HttpRequest, HttpResponse, Transport } from './transport/transport.ts';
export { NodeTransport, type HttpModules } from './transport/nodeTransport.ts';
export type { TransportOptions } from './transport/agents.ts';
export { previewEnvelope } from './wire/envelope.ts';
export type { RowPage } from './wire/rowPage.ts';
export { RowTable } from './wire/rowTable.ts';
