import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

/** The folder that templates are named from: `start/start.njk`. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(ROOT), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/**
 * Renders a page. Whatever it is given is text and is escaped; templates have no way to say otherwise.
 * @throws Error for a template that is not there or does not render
 */
export const renderPage = (template: string, page: object): string => templates.render(template, { page });
