interface Brought {
  id: string;
}

interface Problem {
  detail?: string;
  title?: string;
  errors?: { message?: string }[];
}

/** Brings a picture to the hub; tells how far it is, in per cent. Aborting ends it. */
export function bring(
  form: FormData,
  signal: AbortSignal,
  progress: (percent: number) => void,
): Promise<Brought> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) => progress((loaded / total) * 100));
    request.addEventListener('load', () => {
      const answer = answerOf(request.responseText);
      if (request.status === 201) resolve(answer as Brought);
      else reject(new Error(wordsOf(answer as Problem)));
    });
    request.addEventListener('error', () => reject(new Error('')));
    request.addEventListener('abort', () => reject(new Error('')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const wordsOf = ({ errors, detail, title }: Problem): string =>
  errors
    ?.map(({ message }) => message)
    .filter(Boolean)
    .join(' ') ||
  detail ||
  title ||
  '';

export const pictureIn = (files: FileList | undefined | null): File | undefined =>
  [...(files ?? [])].find(({ type }) => /^image\/(jpeg|png|webp|gif|avif)$/.test(type));
