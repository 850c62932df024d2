/** Pages of HTML: nothing in them runs or loads but what is in the reply itself. */
import { createHash } from 'node:crypto';
import type { HttpReply } from './exchange.ts';

export interface Page {
  readonly title: string;
  /** HTML; whatever comes from elsewhere in it is escaped by `escapeHtml`. */
  readonly body: string;
  readonly style?: string;
  readonly script?: string;
}

export function htmlReply(status: number, { title, body, style = '', script = '' }: Page): HttpReply {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<meta name="viewport" content="width=device-width"><style>${style}</style></head>` +
      `<body>${body}<script>${script}</script></body></html>`,
    headers: {
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  };
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
