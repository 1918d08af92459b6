/** A file that the hub has taken in (docs/files.md). */
export interface Uploaded {
  id: string;
  name: string;
  size: number;
  /** Pixels; null for documents. */
  width: number | null;
  height: number | null;
  revision: number;
  /** Of what is said about it. */
  locale: string;
}

interface Upload {
  /** Of the session: the value of the hidden field `_token` of any form of the page. */
  token: string;
  /** In which refusals are said, and in which `alt` is written. */
  locale: string;
  /** What the form says of it besides: `alt`, `credit`, and `locale` where that is not the reader's. */
  facts?: FormData;
  /** Hears how far it has come, from 0 to 1. */
  progress?: (share: number) => void;
  /** Gives it up. */
  signal?: AbortSignal;
}

interface Problem {
  title: string;
  errors?: { message: string }[];
}

/** What the hub said, in the reader's words; empty when it could not be reached. */
export class UploadRefused extends Error {}

const saidIn = ({ title, errors }: Problem): string => errors?.[0]?.message ?? title;

/** Brings one file. @throws UploadRefused; also when it was given up */
export function uploadFile(file: File, upload: Upload): Promise<Uploaded> {
  const { token, locale, facts: form = new FormData(), progress, signal } = upload;
  form.set('_token', token);
  if (!form.has('locale')) form.set('locale', locale);
  form.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const refuse = (): void => reject(new UploadRefused(''));
    request.open('POST', `/api/v1/files?locale=${locale}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress?.(total ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const answer = request.response as (Uploaded & Problem) | null;
      if (request.status === 201 && answer) resolve(answer);
      else reject(new UploadRefused(answer?.title ? saidIn(answer) : ''));
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, refuse);
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** Says what an image shows. @throws UploadRefused */
export async function describeFile(
  { id, revision }: Uploaded,
  alt: string,
  locale: string,
): Promise<Uploaded> {
  const facts = { alt, locale, credit: '', licence: '', consent: '', baseRevision: revision };
  const answer = await fetch(`/api/v1/files/${id}?locale=${locale}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(facts),
  }).catch(() => undefined);
  if (!answer?.ok) throw new UploadRefused(answer ? saidIn((await answer.json()) as Problem) : '');
  return (await answer.json()) as Uploaded;
}
