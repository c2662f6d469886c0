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
