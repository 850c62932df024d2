/** Template: the frame of classic e-mails. The codes are documented, the texts of refusals inferred. */
import { keptObject } from './kept/keptObject.ts';
import { refused } from './outcome.ts';

export const template = keptObject({
  type: 'Template',
  isNumbered: true,
  nameMember: 'TemplateName',
  codes: { noName: 302_006, notFound: 302_007, taken: 302_000 },
  check: (_write, content) =>
    content.text('LayoutHTML', '') === '' ? refused(302_003, 'LayoutHTML is required.') : undefined,
  values: {
    TemplateName: ({ name }) => name,
    ActiveFlag: ({ content }) => content.number('ActiveFlag', 1),
    CategoryType: () => 'template',
    IsTemplateSubjectLocked: ({ content }) => content.flag('IsTemplateSubjectLocked', false),
  },
});
