using System.Buffers;
using System.Text.Unicode;

namespace SessionsWidgets.Benchmarks;

/// <summary>
/// The same bytes written by hand, as fast as C# lets one: static text as UTF-8 literals, values encoded straight into the
/// buffer, the language's own formatting. What no template can beat.
/// </summary>
public sealed class HandWrittenPage
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private readonly Locale _locale = TemplatePage.Run().Locale;

    public void Render(IBufferWriter<byte> output, BenchPage page)
    {
        var writer = new Writer(output.GetSpan(1024 + (page.Sessions.Count * 2048)));
        writer.Raw("<section class=\"sw sw-recent-smokes"u8);
        if (page.Class is { } css)
        {
            writer.Raw(" "u8);
            writer.Text(css);
        }

        if (page.Id is { } id)
        {
            writer.Raw("\" id=\""u8);
            writer.Text(id);
        }

        writer.Raw("\" lang=\""u8);
        writer.Text(page.Language);
        writer.Raw("\" dir=\""u8);
        writer.Text(page.Direction);
        if (page.Label is { } label)
        {
            writer.Raw("\" aria-label=\""u8);
            writer.Text(label);
        }

        writer.Raw("\">\n  <div class=\"sw-panel\">\n    <div class=\"sw-head\">\n      <h2 class=\"sw-heading\">"u8);
        writer.Text(page.Heading);
        writer.Raw("</h2>\n      <a class=\"sw-all\" href=\""u8);
        writer.Url(page.AllUrl!);
        writer.Raw("\">"u8);
        writer.Text(_locale.Find("all_sessions")!.Constant!);
        writer.Raw("</a>\n    </div>\n    <ol class=\"sw-rows\" role=\"list\">"u8);
        foreach (var session in page.Sessions) Session(ref writer, page, session);
        writer.Raw("\n    </ol>\n  </div>\n</section>\n"u8);
        output.Advance(writer.Length);
    }

    private void Session(ref Writer writer, BenchPage page, BenchSession session)
    {
        writer.Raw("\n      <li class=\"sw-row\">\n        <article class=\"sw-session\" aria-label=\""u8);
        writer.Text(session.User.DisplayName);
        if (page.ShowCigar && session.Cigar is { } smoked)
        {
            writer.Raw(" – "u8);
            writer.Text(smoked.BrandName);
            writer.Raw(" "u8);
            writer.Text(smoked.Name);
        }

        writer.Raw("\">"u8);
        if (page.ShowAvatars) Avatar(ref writer, session.User);
        writer.Raw("\n          <div class=\"sw-session-body\">\n            <p class=\"sw-who\">"u8);
        writer.Raw("\n              <bdi class=\"sw-person\">"u8);
        writer.Text(session.User.DisplayName);
        writer.Raw("</bdi>\n              <span class=\"sw-meta\"><time datetime=\""u8);
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendIsoDate(session.CreatedAt);
        writer.Text(text.Written);
        writer.Raw("\">"u8);
        text = new TextBuilder(stackalloc char[64]);
        RelativeTime.Append(ref text, session.CreatedAt, PageModel.Now, TimeZoneInfo.Utc, _locale);
        writer.Sentence(text.Written);
        writer.Raw("</time>"u8);
        if (page.ShowVenue && session.Venue is { } venue)
        {
            writer.Raw(" · <bdi>"u8);
            writer.Text(venue.Name);
            writer.Raw("</bdi>"u8);
        }

        writer.Raw("</span>\n            </p>"u8);
        if (page.ShowCigar && session.Cigar is { } cigar) Cigar(ref writer, cigar);
        if (page.ShowNote && session.Note is { } note)
        {
            writer.Raw("\n            <p class=\"sw-note\"><q dir=\"auto\">"u8);
            writer.Text(note);
            writer.Raw("</q></p>"u8);
        }

        writer.Raw("\n            <div class=\"sw-facts\">"u8);
        if (page.ShowRatings && session.Rating is { } rating) Rating(ref writer, rating);
        if (page.ShowDuration && session.Duration is { } seconds) Duration(ref writer, TimeSpan.FromSeconds(seconds));
        writer.Raw("\n            </div>\n          </div>\n        </article>\n      </li>"u8);
    }

    private static void Avatar(ref Writer writer, BenchUser user)
    {
        writer.Raw("\n          <span class=\"sw-avatar sw-tint-"u8);
        writer.Text([(char)('0' + user.Tint)]);
        writer.Raw("\" aria-hidden=\"true\"><img class=\"sw-face\" src=\""u8);
        writer.Url(user.AvatarUrl!);
        writer.Raw("\" alt=\"\" width=\"44\" height=\"44\" loading=\"lazy\" decoding=\"async\">"u8);
        writer.Text(user.Initials);
        writer.Raw("</span>"u8);
    }

    private static void Cigar(ref Writer writer, BenchCigar cigar)
    {
        writer.Raw("\n            <p class=\"sw-what\"><a class=\"sw-link\" href=\""u8);
        writer.Url(cigar.Url!);
        writer.Raw("\"><bdi><span class=\"sw-brand\">"u8);
        writer.Text(cigar.BrandName);
        writer.Raw("</span> <span class=\"sw-named\">"u8);
        writer.Text(cigar.Name);
        writer.Raw("</span></bdi></a></p>"u8);
    }

    private void Rating(ref Writer writer, double rating)
    {
        var text = new TextBuilder(stackalloc char[16]);
        text.AppendRating(rating, _locale);
        writer.Raw("\n              <p class=\"sw-rating\"><span class=\"sw-hidden\">"u8);
        foreach (var (literal, gap) in _locale.Find("rated")!.Parts)
        {
            writer.Text(literal);
            if (gap is null) continue;
            writer.Raw("</span>"u8);
            writer.Text(text.Written);
            writer.Raw("<span class=\"sw-hidden\">"u8);
        }

        writer.Raw("</span> <svg class=\"sw-star\" viewBox=\"0 0 16 16\" width=\"14\" height=\"14\" aria-hidden=\"true\""u8);
        writer.Raw(" focusable=\"false\"><path d=\"M8 .8l2.2 4.6 5.1.7-3.7 3.5.9 5L8 12.2l-4.5 2.4.9-5L.7 6.1l5.1-.7z\"/></svg></p>"u8);
    }

    private void Duration(ref Writer writer, TimeSpan duration)
    {
        writer.Raw("\n              <p class=\"sw-duration\"><time datetime=\""u8);
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendIsoDuration(duration);
        writer.Text(text.Written);
        writer.Raw("\" role=\"img\" aria-label=\""u8);
        text = new TextBuilder(stackalloc char[64]);
        text.AppendDuration(duration, inWords: true, _locale);
        writer.Text(text.Written);
        writer.Raw("\">"u8);
        text = new TextBuilder(stackalloc char[64]);
        text.AppendDuration(duration, inWords: false, _locale);
        writer.Text(text.Written);
        writer.Raw("</time></p>"u8);
    }

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;

        public int Length { get; private set; }

        public void Raw(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_buffer[Length..]);
            Length += bytes.Length;
        }

        public void Url(string url)
        {
            if (url.StartsWith("https://", StringComparison.Ordinal) || (url[0] == '/' && url[1] != '/')) Text(url);
            else Raw("about:invalid"u8);
        }

        public void Sentence(scoped ReadOnlySpan<char> text)
        {
            var first = char.ToUpperInvariant(text[0]);
            Text([first]);
            Text(text[1..]);
        }

        public void Text(scoped ReadOnlySpan<char> text)
        {
            while (text.IndexOfAny(Special) is >= 0 and var index)
            {
                Copy(text[..index]);
                Raw(text[index] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, '"' => "&quot;"u8, _ => "&#39;"u8 });
                text = text[(index + 1)..];
            }

            Copy(text);
        }

        private void Copy(scoped ReadOnlySpan<char> text)
        {
            Utf8.FromUtf16(text, _buffer[Length..], out _, out var written);
            Length += written;
        }
    }
}
