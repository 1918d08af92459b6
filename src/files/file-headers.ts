import type { FileContent } from './file-contents.service';

/** Who saves it finds its name again, whatever letters it has (RFC 6266, RFC 8187). */
function disposition({ name, image }: Pick<FileContent, 'name' | 'image'>): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${image ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/**
 * Only images that the hub has drawn itself are shown in the page; everything else is handed out to be kept, and could
 * do nothing even if a browser opened it. Its readers may change from one moment to the next, so it is asked for anew.
 */
export const headersOf = (content: FileContent): Record<string, string> => ({
  'Content-Type': content.type,
  'Content-Length': String(content.size),
  'Content-Disposition': disposition(content),
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
  ETag: `"${content.sha256}"`,
});
