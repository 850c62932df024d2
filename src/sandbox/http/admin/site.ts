/** What the pages of the sandbox itself are given: all of the running org. */
import type { AdjustableClock } from '../../clock.ts';
import type { ResetOptions, SandboxConnection } from '../../contracts.ts';
import type { Service } from '../../service/pipeline.ts';
import type { TokenService } from '../token/service.ts';

export interface Site extends Service, TokenService {
  readonly connection: SandboxConnection;
  readonly clock: AdjustableClock;
  reset(options: ResetOptions): void;
}
