/** The parts of a long page, as links to them. */
import { safeHref } from './href';

export const Contents = ({ title, parts }: { title: string; parts: readonly { id: string; title: string }[] }) => (
  <nav class="contents" aria-labelledby="contents">
    <p id="contents" class="muted">
      {title}
    </p>
    <ul class="links">
      {parts.map((p) => (
        <li>
          <a href={safeHref(`#${p.id}`)}>{p.title}</a>
        </li>
      ))}
    </ul>
  </nav>
);
