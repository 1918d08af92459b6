import { useLanguage } from '../ui/language';
import { Prose } from '../ui/parts/prose';
import { Time } from '../ui/parts/time';
import type { PostView } from '../rooms/posts/post.schema';

/** The post that is spoken of, as it was written. */
export function ReportedPost({ post }: { post: PostView }) {
  const { inLanguage } = useLanguage();
  return (
    <blockquote class="stack stack-tight upright">
      <p class="small soft dots">
        <span>{post.author.name}</span>
        <Time value={post.publishedAt} />
        <span>{inLanguage(post.locale)}</span>
      </p>
      <Prose lang={post.locale} html={post.html} />
    </blockquote>
  );
}
