using System.Text;
using HandlebarsDotNet;

namespace SessionsWidgets.Benchmarks;

/// <summary>The same page by Handlebars.Net: an equivalent template, compiled once, with helpers for what the filters do.</summary>
public sealed class HandlebarsPage
{
    private readonly HandlebarsTemplate<TextWriter, object, object> _template;
    private readonly Locale _locale = TemplatePage.Run().Locale;

    /// <param name="template">The template.</param>
    /// <param name="partials">The partials that it calls, by name.</param>
    public HandlebarsPage(string template, IReadOnlyDictionary<string, string> partials)
    {
        var handlebars = Handlebars.Create();
        foreach (var (name, partial) in partials) handlebars.RegisterTemplate(name, partial);
        handlebars.RegisterHelper("is", (_, arguments) => Equals(arguments[0], arguments[1]));
        handlebars.RegisterHelper("any", (_, arguments) => arguments.Any(argument => HandlebarsUtils.IsTruthy(argument)));
        handlebars.RegisterHelper("t", (output, _, arguments) => output.WriteSafeString(_locale.Find((string)arguments[0]!)!.Constant));
        handlebars.RegisterHelper("iso", (output, _, arguments) => output.WriteSafeString(LocaleText.IsoDate((DateTimeOffset)arguments[0]!)));
        handlebars.RegisterHelper("relative", (output, _, arguments) =>
            output.WriteSafeString(Sentence(RelativeTime.Of((DateTimeOffset)arguments[0]!, PageModel.Now, TimeZoneInfo.Utc, _locale).Words!)));
        handlebars.RegisterHelper("score", (output, _, arguments) => output.WriteSafeString(_locale.Rating((double)arguments[0]!)));
        handlebars.RegisterHelper("span", (output, _, arguments) =>
        {
            var duration = TimeSpan.FromSeconds((long)arguments[0]!);
            output.WriteSafeString((string)arguments[1]! == "iso"
                ? LocaleText.IsoDuration(duration)
                : _locale.Duration(duration, (string)arguments[1]! == "long"));
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
