/** ContentArea: content that e-mails share (B13). The codes are documented, the texts of refusals inferred. */
import { keptObject } from './kept/keptObject.ts';
import { refused } from './outcome.ts';

export const contentArea = keptObject({
  type: 'ContentArea',
  isNumbered: true,
  codes: { noName: 21_002 },
  check: (_write, content) =>
    content.text('Content', '') === '' && content.flag('IsBlank') !== true
      ? refused(21_003, 'Content is required.')
      : undefined,
  values: {
    RowObjectID: ({ objectId }) => objectId,
    Layout: ({ content }) => content.text('Layout', 'HTMLWrapped'),
    IsDynamicContent: ({ content }) => content.flag('IsDynamicContent', false),
    IsSurvey: ({ content }) => content.flag('IsSurvey', false),
    IsBlank: ({ content }) => content.flag('IsBlank', false),
  },
});
