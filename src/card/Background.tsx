/** What a note says whatever the article: what is known, and how each party reads it. */
import { useCard } from './context.ts';
import { Html } from './Html.tsx';
import { SourceNumber } from './Sources.tsx';

/** How each party reads it; nothing where they agree. */
function Readings() {
  const { note, strings } = useCard();
  if (note.readings.length === 0) return null;
  return (
    <section>
      <h3>{strings.readings}</h3>
      <div class="readings">
        {note.readings.map(({ party, html, source }) => (
          <section key={party}>
            <h4>{party}</h4>
            <p>
              <Html html={html} />
              <SourceNumber source={source} />
            </p>
          </section>
        ))}
      </div>
    </section>
  );
}

export function Background() {
  const { note, strings } = useCard();
  return (
    <>
      <section>
        <h3>{strings.known}</h3>
        <p>
          <Html html={note.background.html} />
        </p>
      </section>
      <Readings />
    </>
  );
}
