/** ExtractDescription: the types of extract that an account has, with their parameters (observed beyond Describe). */
import { ApiStruct } from '../message/value.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import type { ExtractParameter, ExtractType } from './extracts/extract.ts';
import { extractTypes } from './extracts/index.ts';

export const extractDescription: ApiObject = {
  type: 'ExtractDescription',
  retrieve: () =>
    catalogueRows<ExtractType>({
      type: 'ExtractDescription',
      retrievable: ['ObjectID', 'Name', 'Parameters'],
      scan: (from, visit) => scanInOrder(extractTypes, from, visit),
      values: {
        ObjectID: ({ id }) => id,
        Name: ({ name }) => name,
        Parameters: ({ parameters }) =>
          new ApiStruct('ExtractDescription/Parameters', { Parameter: parameters.map(parameterStruct) }),
      },
    }),
};

function parameterStruct({ name, type, isOptional }: ExtractParameter): ApiStruct {
  return new ApiStruct('ExtractParameterDescription', {
    Name: name,
    DataType: type,
    DefaultValue: '',
    IsOptional: isOptional,
    DropDownList: '',
  });
}
