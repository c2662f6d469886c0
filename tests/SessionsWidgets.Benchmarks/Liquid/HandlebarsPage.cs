using System.Text;
using HandlebarsDotNet;

namespace SessionsWidgets.Benchmarks;

/// <summary>The same page by Handlebars.Net: an equivalent template, compiled once, with helpers for what the filters do.</summary>
public sealed class HandlebarsPage
{
    public const string Template =
        """
        <section class="sw sw-recent-smokes{{#if Class}} {{Class}}{{/if}}" id="{{Id}}" lang="{{Language}}" dir="{{Direction}}" aria-labelledby="{{Id}}-heading">
          <div class="sw-panel">
            <div class="sw-head">
              <h2 class="sw-heading" id="{{Id}}-heading">{{Heading}}</h2>
              <a class="sw-all" href="{{AllUrl}}">{{t "all_sessions"}}</a>
            </div>
            <ol class="sw-rows" role="list">
        {{#each Sessions}}
              <li class="sw-row">
                <article class="sw-session">
        {{#if ../ShowAvatars}}          <img class="sw-avatar" src="{{User.AvatarUrl}}" alt="" width="44" height="44" loading="lazy" decoding="async">{{/if}}
                  <div class="sw-session-body">
                    <p class="sw-who">
                      <bdi class="sw-person">{{User.DisplayName}}</bdi>
                      <span class="sw-meta"><time datetime="{{iso CreatedAt}}">{{relative CreatedAt}}</time>{{#if ../ShowVenue}}{{#if Venue}} · <bdi>{{Venue.Name}}</bdi>{{/if}}{{/if}}</span>
                    </p>
        {{#if Cigar}}            <p class="sw-what"><a class="sw-link" href="{{Cigar.Url}}"><bdi>{{#if Cigar.BrandName}}<span class="sw-brand">{{Cigar.BrandName}}</span> {{/if}}{{Cigar.Name}}</bdi></a></p>{{/if}}
        {{#if ../ShowNote}}{{#if Note}}            <p class="sw-note"><q dir="auto">{{Note}}</q></p>{{/if}}{{/if}}
                    <div class="sw-facts">
        {{#if ../ShowRatings}}{{#if Rating}}              <p class="sw-rating"><span class="sw-hidden">Rated {{score Rating}} out of 5</span><span class="sw-score" aria-hidden="true">{{score Rating}}</span> <svg class="sw-star" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d="M8 .8l2.2 4.6 5.1.7-3.7 3.5.9 5L8 12.2l-4.5 2.4.9-5L.7 6.1l5.1-.7z"/></svg></p>{{/if}}{{/if}}
        {{#if ../ShowDuration}}{{#if Duration}}              <p class="sw-duration"><time datetime="{{span Duration "iso"}}"><span aria-hidden="true">{{span Duration "short"}}</span><span class="sw-hidden">{{span Duration "long"}}</span></time></p>{{/if}}{{/if}}
                    </div>
                  </div>
                </article>
              </li>
        {{/each}}
            </ol>
          </div>
        </section>
        """;

    private readonly HandlebarsTemplate<TextWriter, object, object> _template;
    private readonly Locale _locale = LiquidPage.Run().Locale;

    /// <param name="template">The template.</param>
    /// <param name="partials">The partials that it calls, by name.</param>
    public HandlebarsPage(string template, IReadOnlyDictionary<string, string>? partials = null)
    {
        var handlebars = Handlebars.Create();
        foreach (var (name, partial) in partials ?? new Dictionary<string, string>()) handlebars.RegisterTemplate(name, partial);
        handlebars.RegisterHelper("is", (_, arguments) => Equals(arguments[0], arguments[1]));
        handlebars.RegisterHelper("any", (_, arguments) => arguments.Any(argument => HandlebarsUtils.IsTruthy(argument)));
        handlebars.RegisterHelper("t", (output, _, arguments) => output.WriteSafeString(_locale.Find((string)arguments[0]!)!.Constant));
        handlebars.RegisterHelper("iso", (output, _, arguments) =>
        {
            var text = new TextBuilder(stackalloc char[64]);
            text.AppendIsoDate((DateTimeOffset)arguments[0]!);
            output.WriteSafeString(text.Written.ToString());
        });
        handlebars.RegisterHelper("relative", (output, _, arguments) =>
        {
            var text = new TextBuilder(stackalloc char[64]);
            RelativeTime.Append(ref text, (DateTimeOffset)arguments[0]!, PageModel.Now, TimeZoneInfo.Utc, _locale);
            output.WriteSafeString(Sentence(text.Written));
        });
        handlebars.RegisterHelper("score", (output, _, arguments) =>
        {
            var text = new TextBuilder(stackalloc char[16]);
            text.AppendRating((double)arguments[0]!, _locale);
            output.WriteSafeString(text.Written.ToString());
        });
        handlebars.RegisterHelper("span", (output, _, arguments) =>
        {
            var text = new TextBuilder(stackalloc char[64]);
            var duration = TimeSpan.FromSeconds((long)arguments[0]!);
            if ((string)arguments[1]! == "iso") text.AppendIsoDuration(duration);
            else text.AppendDuration(duration, (string)arguments[1]! == "long", _locale);
            output.WriteSafeString(text.Written.ToString());
        });
        using var reader = new StringReader(template);
        _template = handlebars.Compile(reader);
    }

    public void Render(Stream output, BenchPage page)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4096, leaveOpen: true);
        _template(writer, page);
    }

    /// <summary>What stands alone begins with a capital.</summary>
    private static string Sentence(ReadOnlySpan<char> text) =>
        string.Concat([char.ToUpperInvariant(text[0])], text[1..]);
}
