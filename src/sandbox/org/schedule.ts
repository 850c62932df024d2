/** When an object is to be started again. */
import type { ApiStruct } from '../message/value.ts';

export interface Schedule {
  /** As it was asked for. */
  readonly definition: ApiStruct | undefined;
  /** Its next occurrence; undefined when there is none any more. */
  nextAt: number | undefined;
  /** False once it was stopped, or another took its place. */
  isInForce: boolean;
  /** Takes back what is planned. */
  cancel: () => void;
}
