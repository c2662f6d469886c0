namespace SessionsWidgets.Benchmarks;

/// <summary>The list of recent smokes without the library's partials.</summary>
public static class ListTemplate
{
    public const string Source =
        """"
        <section class="sw sw-recent-smokes{% if class %} {{ class }}{% endif %}" id="{{ id }}" lang="{{ language }}" dir="{{ direction }}" aria-labelledby="{{ id }}-heading">
          <div class="sw-panel">
            <div class="sw-head">
              <h2 class="sw-heading" id="{{ id }}-heading">{{ heading }}</h2>
              {%- if all_url %}
              <a class="sw-all" href="{{ all_url }}">{{ 'all_sessions' | t }}</a>
              {%- endif %}
            </div>
            <ol class="sw-rows" role="list">
              {%- for session in sessions %}
              <li class="sw-row">
                <article class="sw-session">
                  {%- if show_avatars %}
                  <img class="sw-avatar" src="{{ session.user.avatar_url }}" alt="" width="44" height="44" loading="lazy" decoding="async">
                  {%- endif %}
                  <div class="sw-session-body">
                    <p class="sw-who">
                      <bdi class="sw-person">{{ session.user.display_name }}</bdi>
                      <span class="sw-meta"><time datetime="{{ session.created_at | iso_date }}">{{ session.created_at | when: dates }}</time>{% if show_venue and session.venue %} · <bdi>{{ session.venue.name }}</bdi>{% endif %}</span>
                    </p>
                    {%- if session.cigar %}
                    <p class="sw-what"><a class="sw-link" href="{{ session.cigar.url }}"><bdi>{% if session.cigar.brand_name %}<span class="sw-brand">{{ session.cigar.brand_name }}</span> {% endif %}{{ session.cigar.name }}</bdi></a></p>
                    {%- endif %}
                    {%- if show_note and session.note %}
                    <p class="sw-note"><q dir="auto">{{ session.note }}</q></p>
                    {%- endif %}
                    <div class="sw-facts">
                      {%- if show_ratings and session.rating %}
                      {%- assign score = session.rating | rating %}
                      <p class="sw-rating"><span class="sw-hidden">{{ 'rated' | t: rating: score }}</span><span class="sw-score" aria-hidden="true">{{ score }}</span> <svg class="sw-star" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d="M8 .8l2.2 4.6 5.1.7-3.7 3.5.9 5L8 12.2l-4.5 2.4.9-5L.7 6.1l5.1-.7z"/></svg></p>
                      {%- endif %}
                      {%- if show_duration and session.duration %}
                      <p class="sw-duration"><time datetime="{{ session.duration | duration: 'iso' }}"><span aria-hidden="true">{{ session.duration | duration }}</span><span class="sw-hidden">{{ session.duration | duration: 'long' }}</span></time></p>
                      {%- endif %}
                    </div>
                  </div>
                </article>
              </li>
              {%- endfor %}
            </ol>
          </div>
        </section>
        """";
}
