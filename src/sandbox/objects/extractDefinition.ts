/**
 * ExtractDefinition: an extract with its parameters, made in the web application, found by its key and started here
 * (documented). Which extract it is of stands in its PackageKey (inferred); the texts are inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import type { Write } from './apiObject.ts';
import { extractTypeWith } from './extracts/index.ts';
import { parametersProblem, queueExtract, type ParameterValues } from './extracts/run.ts';
import { keptNamed, keptObject } from './kept/keptObject.ts';
import { beginTask, taskStarted } from './kept/runs.ts';
import { refused, type Performed } from './outcome.ts';

const type = 'ExtractDefinition';

export const extractDefinition = keptObject({
  type,
  isMadeByHand: true,
  check: (_write, content) => {
    const extract = extractTypeWith(content.text('PackageKey', ''));
    if (extract === undefined) return refused(2, 'The PackageKey is the ID of no extract.');
    return parametersProblem(extract, valuesOf(content));
  },
  filters: { CustomerKey: ({ key }) => key, Name: ({ name }) => name },
  actions: { start },
});

function valuesOf(content: ApiStruct): ParameterValues {
  const values = content.struct('Values')?.structs('Value') ?? [];
  return new Map(values.map((each) => [each.text('Name', '').toLowerCase(), each.text('Value', '')]));
}

function start(write: Write): Performed {
  const { org, object } = write;
  const found = keptNamed(type, write, object);
  const extract = extractTypeWith(found?.content.text('PackageKey') ?? '');
  if (found === undefined || extract === undefined) return refused(3, `The ${type} was not found.`, object);
  const task = beginTask(write, type, found);
  queueExtract(write, extract, valuesOf(found.content), (at, problem) => {
    org.tasks.end(task, at, problem);
  });
  return taskStarted(write, task, `${type} performed`);
}
