/**
 * The ESLint rule of user-facing text: words that a person reads go through `l10n.t`, whole sentences at a time.
 *
 * What looks like words is a text of several words, or one word where texts are shown (a label, a title …). Names of the
 * API, ids and formats are none; a text that only looks like words says so by a comment that turns the rule off.
 */

/** Properties and arguments whose text is shown, even if it is a single word. */
const shown = new Set([
  'action',
  'ariaLabel',
  'buttonLabel',
  'description',
  'detail',
  'label',
  'openLabel',
  'placeHolder',
  'placeholder',
  'prompt',
  'question',
  'saveLabel',
  'text',
  'textContent',
  'title',
  'tooltip',
]);

/** Calls that show what they are given, or make a question of it. */
const asking = /^(?:show\w+Message|text|choice|pick)$/;

/** Calls whose texts are for programmers, or are no texts. */
const silent = new Set(['Error', 'RegExp', 'TypeError', 'require']);

/** Elements, and lines of request files. */
const code = /^\s*(?:[<#]|@|\{\{)/;

/** Names that are the same in every language. */
const names = new Set(['Marketing Cloud', 'Time (UTC)']);

const severalWords = /(?:\p{L}{2,}|\{\d\})[.,:;!?…”’)]*\s+(?:[(“‘·—]\s*)?(?:\p{L}+|\{\d\})/u;
const oneWord = /^\p{Lu}\p{Ll}+[.…!?:]?$/u;
const aWord = /\p{L}{2,}/u;

/** @param {{ quasis: readonly { value: { cooked?: string | null | undefined } }[] }} node */
function templateText(node) {
  return node.quasis.map(({ value }, index) => (index === 0 ? '' : `{${index - 1}}`) + value.cooked).join('');
}

/** @param {any} node */
function isLocalised(node) {
  const { parent } = node;
  const isCall = parent.type === 'CallExpression' && parent.arguments[0] === node;
  const named = parent.type === 'Property' && parent.key.name === 'message' && parent.parent.parent;
  const call = isCall ? parent : named;
  return call?.callee?.object?.name === 'l10n' && call.callee.property.name === 't';
}

/** Where a text is no text of a person: modules, types, labels of a switch. */
const elsewhere = new Set([
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportDeclaration',
  'ImportExpression',
  'MemberExpression',
  'SwitchCase',
  'TaggedTemplateExpression',
  'TSImportType',
  'TSLiteralType',
]);

/** @param {any} node */
function isNoText(node) {
  const { parent } = node;
  if (elsewhere.has(parent.type)) return true;
  // A key, a text to compare with, and what only programmers read.
  if (parent.key === node) return true;
  if (parent.type === 'BinaryExpression') return /^(?:[!=]==|in)$/.test(parent.operator);
  return silent.has(parent.callee?.name);
}

/** @param {any} node */
function isShown(node) {
  const { parent } = node;
  if (parent.type === 'ConditionalExpression' || parent.type === 'LogicalExpression') return isShown(parent);
  if (parent.type === 'Property') return shown.has(parent.key.name ?? parent.key.value);
  if (parent.type === 'CallExpression')
    return asking.test(parent.callee.property?.name ?? (parent.arguments.length > 2 && parent.callee.name));
  return parent.type === 'AssignmentExpression' && shown.has(parent.left.property?.name);
}

/** @type {import('eslint').Rule.RuleModule} */
export const localised = {
  meta: {
    type: 'problem',
    fixable: 'code',
    messages: { plain: 'Words that a person reads go through l10n.t, as a whole sentence: “{{text}}”.' },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    /** @param {any} node @param {string} text */
    function look(node, text) {
      const words = text.replaceAll(/\$\([^)]*\)|\{\d+\}/g, '');
      const looksLikeWords = severalWords.test(text) && aWord.test(words) && !code.test(text);
      if (!looksLikeWords && !(oneWord.test(words) && isShown(node))) return;
      if (names.has(text) || isNoText(node) || isLocalised(node)) return;
      context.report({
        node,
        messageId: 'plain',
        data: { text },
        fix: (fixer) => fixer.replaceText(node, call(node)),
      });
    }
    /** @param {any} node */
    function call(node) {
      if (node.type === 'Literal') return `l10n.t(${sourceCode.getText(node)})`;
      const text = templateText(node);
      const quoted = text.includes("'")
        ? JSON.stringify(text)
        : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`;
      return `l10n.t(${[quoted, ...node.expressions.map(bare)].join(', ')})`;
    }
    /** `String(x)` as `x`, which `l10n.t` takes as it is. @param {any} node */
    function bare(node) {
      const isString = node.type === 'CallExpression' && node.callee.name === 'String';
      return sourceCode.getText(isString ? node.arguments[0] : node);
    }
    return {
      Literal: (node) => typeof node.value === 'string' && look(node, node.value),
      TemplateLiteral: (node) => look(node, templateText(node)),
    };
  },
};
