import type { ComponentChildren } from 'preact';
import { SectionHead } from '../parts/section-head';

/** One chapter of the styleguide. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      {children}
    </section>
  );
}
