import { linkTo } from '../rules/link.js';
import { SAID, type NoticeCode } from '../rules/said.js';
import type { KeptNotice } from '../keeping/notice.js';
import type { Mail } from './mailer.js';

/** Links of one sentence that a mail shows; the inbox has all. */
const MOST_LINKS = 10;

/** The digest of a day: sentences and links. Nobody is named in it, and nothing is told of a case. */
export function digestMail(to: string, notices: readonly KeptNotice[], publicUrl: string | null): Mail {
  const count = notices.length;
  const groups = Map.groupBy(notices, ({ code }) => code);
  return {
    to,
    subject: count === 1 ? 'Touchstone: one new notice' : `Touchstone: ${count} new notices`,
    text: [
      ...[...groups].flatMap(([code, group]) => paragraph(code, group, publicUrl)),
      publicUrl === null
        ? 'Your inbox in Touchstone has them all.'
        : `Your inbox has them all: ${publicUrl}/v1/me/notices`,
      '',
    ].join('\n'),
  };
}

function paragraph(
  code: NoticeCode,
  group: readonly KeptNotice[],
  publicUrl: string | null,
): readonly string[] {
  const sentence = group.length === 1 ? SAID[code] : `${SAID[code]} (${group.length} times)`;
  const links =
    publicUrl === null ? [] : group.map(({ about }) => linkTo(about)).filter((link) => link !== null);
  const shown = [...new Set(links)].slice(0, MOST_LINKS);
  return [sentence, ...shown.map((link) => `  ${publicUrl}${link}`), ''];
}
