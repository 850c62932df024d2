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
const asking = /^(?:show\w+Message|text|choice|pick|element|button|iconButton|toggleButton|figure)$/;

/** Calls whose texts are for programmers, or are no texts. */
const silent = new Set(['Error', 'RegExp', 'TypeError', 'given', 'of', 'require']);

/** Properties whose text is an id, or what is to be sent. */
const data = new Set(['class', 'directives', 'example', 'font', 'icon', 'id', 'initial', 'stage', 'value']);

/** Elements, and lines of request files. */
const code = /^\s*(?:[<#]|@|\{\{)|^color-mix\(/;

/** Names that are the same in every language. */
const names = new Set([
  'Email Address',
  'ExactTarget Enhanced FTP',
  'Marketing Cloud',
  'Subscriber Key',
  'Time (UTC)',
  '{0} ({1} UTC)',
]);

const severalWords = /(?:\p{L}{2,}|\bA|\{\d\})[.,:;!?…”’)]*\s+(?:[(“‘·—]\s*)?(?:\p{L}+|\{\d\})/u;
const oneWord = /^\p{Lu}[\p{Ll}-]+[.…!?:]?$/u;
const aWord = /\p{L}{2,}/u;
const unit = /^\{0\} (?:ms|s|min|h|B|KB|MB)$/;

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
  return silent.has(parent.callee?.name) || isData(node);
}

/** @param {any} node */
function isData({ parent }) {
  if (/^(?:Array|Conditional|Logical)Expression$/.test(parent.type)) return isData(parent);
  return parent.type === 'Property' && data.has(parent.key.name);
}

/** @param {any} node */
function isShown(node) {
  const { parent } = node;
  switch (parent.type) {
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isShown(parent);
    case 'Property':
      return shown.has(parent.key.name ?? parent.key.value);
    case 'AssignmentExpression':
      return shown.has(parent.left.property?.name);
    case 'ArrayExpression':
      return isNameOfFact(node, parent.elements);
    case 'CallExpression':
      return asks(parent);
    default:
      return false;
  }
}

/** A fact of a tooltip is its name, then its value. @param {any} node @param {readonly any[]} elements */
function isNameOfFact(node, elements) {
  return elements.length === 2 && elements[0] === node && elements[1].type !== 'Literal';
}

/** @param {any} call */
function asks({ callee, arguments: given }) {
  return asking.test(callee.property?.name ?? (given.length > 2 ? callee.name : ''));
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
      if (names.has(text) || unit.test(text) || isNoText(node) || isLocalised(node)) return;
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
