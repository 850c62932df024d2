/** Creates an import into a data extension, and starts it (best-practices rows A8, E1 to E6). */
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, emailAddress, pick, plainly, required, requiredKey, text } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const importData: Guide = {
  stage: 'Before the send',
  title: 'Import a File into a Data Extension',
  description: 'From the import folder of the FTP site; made once, started any number of times',
  questions: [
    text('name', 'Name', 'What the import is called', { check: required, example: 'Orders import' }),
    text('key', 'Customer key', 'What programs know it by', { check: requiredKey, example: 'orders-import' }),
    pick('dataExtension', 'dataExtensions', 'Data extension'),
    text('file', 'File name', 'Fixed, or with a date: %%Year%%, %%Month%%, %%Day%%', {
      check: required,
      example: 'orders%%Year%%%%Month%%%%Day%%.csv',
    }),
    choice('type', 'File type', [
      { value: 'CSV', label: 'Separated by commas' },
      { value: 'TAB', label: 'Separated by tabs' },
    ]),
    choice('update', 'What happens to rows that are there?', [
      { value: 'AddAndUpdate', label: 'Add and update' },
      { value: 'AddAndDoNotUpdate', label: 'Add only' },
      { value: 'UpdateButDoNotAdd', label: 'Update only' },
      { value: 'Overwrite', label: 'Overwrite', description: 'all rows are removed first' },
    ]),
    choice('errors', 'Go on after a row that cannot be imported?', plainly('true', 'false')),
    text('notify', 'Notify', 'Whom to tell of the result', { check: emailAddress }),
  ],
  build: (answers) => {
    const key = answer(answers, 'key');
    return [
      create(
        { title: `Create the import ${answer(answers, 'name')}`, name: 'createImport' },
        'ImportDefinition',
        [
          of('CustomerKey', key),
          of('Name', answer(answers, 'name')),
          of('AllowErrors', answer(answers, 'errors')),
          typed('DestinationObject', 'DataExtension', [of('CustomerKey', answer(answers, 'dataExtension'))]),
          of('FieldMappingType', 'InferFromColumnHeadings'),
          of('FileSpec', answer(answers, 'file')),
          of('FileType', answer(answers, 'type')),
          of('Notification', [of('ResponseType', 'email'), of('ResponseAddress', answer(answers, 'notify'))]),
          of('RetrieveFileTransferLocation', [of('CustomerKey', 'ExactTarget Enhanced FTP')]),
          of('UpdateType', answer(answers, 'update')),
          of('HeaderLines', '1'),
        ],
      ),
      {
        title: 'Start the import',
        name: 'startImport',
        note: `This writes the rows of the file into ${answer(answers, 'dataExtension')}.`,
        body: of('PerformRequestMsg', [
          of('Options'),
          of('Action', 'start'),
          of('Definitions', [typed('Definition', 'ImportDefinition', [of('CustomerKey', key)])]),
        ]),
      },
    ];
  },
};
