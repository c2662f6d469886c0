using System.Buffers;
using System.Text;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Renders small templates with models that are written down beside them.</summary>
internal static class Render
{
    public static readonly DateTimeOffset Now = new(2026, 7, 18, 22, 0, 0, TimeSpan.Zero);

    private static readonly Locale English = new LocaleSet([]).Find("en")!;

    public static TemplateEngine Engine(TemplateExtensions? extensions = null, bool allowRaw = true, TemplateLimits? limits = null) =>
        new(extensions, allowRaw, limits);

    /// <summary>Renders a template of HTML.</summary>
    public static string Html(string template, params (string Name, object? Value)[] model) => Html(template, partials: null, model);

    /// <summary>Renders a template of HTML that calls partials.</summary>
    public static string Html(
        string template, IReadOnlyDictionary<string, string>? partials, params (string Name, object? Value)[] model) =>
        Text(Compile(template, partials), Map(model));

    /// <summary>Renders a template without following HTML or encoding, to look at the language alone.</summary>
    public static string Plain(string template, IReadOnlyDictionary<string, string>? partials = null, FluidValue? model = null) =>
        Text(Engine().Compile("test", template, Texts(partials), new HtmlState { IsPlain = true }), model ?? Map());

    public static CompiledTemplate Compile(
        string template, IReadOnlyDictionary<string, string>? partials = null, TemplateEngine? engine = null) =>
        (engine ?? Engine()).Compile("test", template, Texts(partials), default);

    /// <summary>The first error of a template that does not compile.</summary>
    public static TemplateError Error(
        string template, IReadOnlyDictionary<string, string>? partials = null, TemplateEngine? engine = null) =>
        Should.Throw<TemplateException>(() => Compile(template, partials, engine)).Errors[0];

    /// <summary>What a compiled template writes.</summary>
    public static string Text(CompiledTemplate template, FluidValue model, CancellationToken cancellationToken = default) =>
        Encoding.UTF8.GetString(Utf8(template, model, null, cancellationToken).Span);

    public static string Text(CompiledTemplate template, FluidValue model, TemplateRenderContext run) =>
        Encoding.UTF8.GetString(Utf8(template, model, run).Span);

    public static ReadOnlyMemory<byte> Utf8(
        CompiledTemplate template, FluidValue model, TemplateRenderContext? run = null, CancellationToken cancellationToken = default)
    {
        var output = new ArrayBufferWriter<byte>();
        var task = template.RenderAsync(output, model, run ?? Run(), cancellationToken).AsTask();
        task.IsCompleted.ShouldBeTrue("nothing in these templates waits");
        task.GetAwaiter().GetResult();
        return output.WrittenMemory;
    }

    public static TemplateRenderContext Run(Locale? locale = null, TimeZoneInfo? zone = null) =>
        new(Now, zone ?? TimeZoneInfo.Utc, locale ?? English, new PictureWriter(PictureAddresses.Direct, ""));

    public static FluidValue Map(params (string Name, object? Value)[] members) =>
        new DictionaryValue(new FluidValueDictionaryFluidIndexable(
        members.ToDictionary(member => member.Name, member => Value(member.Value), StringComparer.Ordinal)));

    public static FluidValue List(params object?[] items) => new ArrayValue([.. items.Select(Value)]);

    private static FluidValue Value(object? value) => value switch
    {
        null => NilValue.Instance,
        FluidValue given => given,
        string text => new StringValue(text),
        bool flag => flag ? BooleanValue.True : BooleanValue.False,
        int number => NumberValue.Create((decimal)number),
        long number => NumberValue.Create((decimal)number),
        double number => NumberValue.Create((decimal)number),
        decimal number => NumberValue.Create(number),
        DateTimeOffset date => new DateTimeValue(date),
        _ => throw new ArgumentException($"No value of a template is made of {value.GetType().Name}.", nameof(value)),
    };

    public static TemplateTexts Texts(IReadOnlyDictionary<string, string>? partials) =>
        new(name => partials?.GetValueOrDefault(name), partials?.Keys ?? []);
}
