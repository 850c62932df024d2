/**
 * SurveyEvent and ForwardedEmailOptInEvent: answers to surveys in e-mails, and friends of subscribers who signed up. No
 * e-mail of the sandbox holds a survey or a form for friends, so there are none; what can be asked for is checked.
 */
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import type { ApiObject } from './apiObject.ts';

const none = (type: string): ApiObject => ({
  type,
  retrieve: () => catalogueRows<never>({ type, scan: () => undefined, values: {} }),
});

export const surveyEvent = none('SurveyEvent');
export const forwardedEmailOptInEvent = none('ForwardedEmailOptInEvent');
