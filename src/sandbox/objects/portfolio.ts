/** Portfolio: files that e-mails and imports refer to (E1). Of what it holds the sandbox keeps the description alone. */
import { keptObject } from './kept/keptObject.ts';
import { refused } from './outcome.ts';

export const portfolio = keptObject({
  type: 'Portfolio',
  nameMember: 'DisplayName',
  check: (_write, content) => {
    if (content.text('FileName', '') === '') return refused(2, 'FileName is required.');
    return content.path('Source.URN') === undefined ? refused(2, 'Source.URN is required.') : undefined;
  },
  values: {
    DisplayName: ({ name }) => name,
    FileURL: ({ content }) => content.path('Source.URN'),
    IsUploaded: () => true,
    IsActive: () => true,
    CategoryType: () => 'media',
    TypeDescription: ({ content }) => content.text('FileName', '').split('.').at(-1)?.toUpperCase(),
  },
});
