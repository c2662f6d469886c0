namespace SessionsWidgets.Benchmarks;

/// <summary>
/// The real template <c>recent-smokes</c> in the words of Handlebars: what it asks for the list is asked here too, and what
/// it calls partials for is a partial here. Pages for other layouts and for no sessions, which the benchmarks do not render, are left out.
/// </summary>
public static class HandlebarsTemplates
{
    public const string Page =
        """
        <section class="sw sw-recent-smokes{{#if Class}} {{Class}}{{/if}}"{{> id}} lang="{{Language}}" dir="{{Direction}}"{{> label}}>
        {{#if Sessions}}{{#unless (is Layout "grid")}}
          <div class="sw-panel">
            {{> head}}
            {{#if Summary}}<p class="sw-sample"></p>{{/if}}
            <ol class="sw-rows" role="list">
              {{#each Sessions}}
              <li class="sw-row">
                <article class="sw-session" aria-label="{{> session-name}}">
                  {{#if ../ShowAvatars}}{{> avatar User}}{{/if}}
                  {{#if ../ShowCigarImage}}<div class="sw-picture sw-thumb"></div>{{/if}}
                  <div class="sw-session-body">
                    <p class="sw-who">
                      <bdi class="sw-person">{{User.DisplayName}}</bdi>
                      {{#if InProgress}}<span class="sw-live">{{t "smoking_now"}}</span>{{/if}}
                      {{#if ../ShowVenue}}<span class="sw-meta">{{> when-and-where}}</span>
                      {{~else}}{{#unless InProgress}}<span class="sw-meta">{{> when-and-where}}</span>{{/unless}}{{/if}}
                    </p>
                    {{#if ../ShowCigar}}{{#if Cigar}}<p class="sw-what">{{> cigar-link Cigar}}</p>{{/if}}{{/if}}
                    {{#if ../ShowNote}}{{#if Note}}<p class="sw-note"><q dir="auto">{{Note}}</q></p>{{/if}}{{/if}}
                    {{#if (any Rating Duration InProgress)}}
                    <div class="sw-facts">
                      {{#if ../ShowRatings}}{{#if Rating}}{{> rating}}{{/if}}{{/if}}
                      {{#if ../ShowDuration}}{{#if (any Duration InProgress)}}{{> duration}}{{/if}}{{/if}}
                    </div>
                    {{/if}}
                  </div>
                </article>
              </li>
              {{/each}}
            </ol>
            {{#if (any PreviousUrl NextUrl)}}<div class="sw-pages"></div>{{/if}}
          </div>
        {{/unless}}{{/if}}
        </section>
        """;

    public static readonly IReadOnlyDictionary<string, string> Partials = new Dictionary<string, string>
    {
        ["id"] = """{{#if Id}} id="{{Id}}"{{/if}}""",
        ["label"] = """{{#if Label}} aria-label="{{Label}}"{{/if}}""",
        ["head"] =
            """
            <div class="sw-head">
              {{#if ShowHeading}}<h{{HeadingLevel}} class="sw-heading">{{Heading}}</h{{HeadingLevel}}>{{/if}}
              {{#if AllUrl}}<a class="sw-all" href="{{AllUrl}}">{{t "all_sessions"}}</a>{{/if}}
            </div>
            """,
        ["avatar"] =
            """<span class="sw-avatar sw-tint-{{Tint}}" aria-hidden="true">{{#if AvatarUrl}}<img class="sw-face" src="{{AvatarUrl}}" """
            + """alt="" width="44" height="44" loading="lazy" decoding="async">{{/if}}{{Initials}}</span>""",
        ["session-name"] =
            """{{User.DisplayName}}{{#if ../ShowCigar}}{{#if Cigar}} – {{#if Cigar.BrandName}}{{Cigar.BrandName}} {{/if}}"""
            + """{{Cigar.Name}}{{/if}}{{/if}}""",
        ["when-and-where"] =
            """{{#if InProgress}}{{#if ../ShowVenue}}{{#if Venue}}<bdi>{{Venue.Name}}</bdi>{{/if}}{{/if}}"""
            + """{{else}}<time datetime="{{iso CreatedAt}}">{{relative CreatedAt}}</time>"""
            + """{{#if ../ShowVenue}}{{#if Venue}} · <bdi>{{Venue.Name}}</bdi>{{/if}}{{/if}}{{/if}}""",
        ["cigar-link"] =
            """{{#if Url}}<a class="sw-link" href="{{Url}}">{{> cigar-name}}</a>{{else}}{{> cigar-name}}{{/if}}""",
        ["cigar-name"] =
            """<bdi>{{#if BrandName}}<span class="sw-brand">{{BrandName}}</span> <span class="sw-named">{{Name}}</span>"""
            + """{{else}}{{Name}}{{/if}}</bdi>""",
        ["rating"] =
            """<p class="sw-rating"><span class="sw-hidden">Rated </span>{{score Rating}}<span class="sw-hidden"> out of 5</span> """
            + """<svg class="sw-star" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">"""
            + """<path d="M8 .8l2.2 4.6 5.1.7-3.7 3.5.9 5L8 12.2l-4.5 2.4.9-5L.7 6.1l5.1-.7z"/></svg></p>""",
        ["duration"] =
            """{{#if InProgress}}{{else}}{{#if Duration}}<p class="sw-duration"><time datetime="{{span Duration "iso"}}" """
            + """role="img" aria-label="{{span Duration "long"}}">{{span Duration "short"}}</time></p>{{/if}}{{/if}}""",
    };
}
