using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SessionsWidgets.Preview.Examples;

namespace SessionsWidgets.Cli.Check;

/// <summary>Checks the templates of a folder, with the built-in ones that they replace or call.</summary>
internal sealed class TemplateCheck(string? folder)
{
    private const string Fallback = FallbackModel.Template;

    private readonly TemplateMembers _members = new(WidgetCatalog.BuiltIn);
    private readonly HashSet<string> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private readonly List<TemplateError> _rawUses = [];

    public IReadOnlyCollection<string> Errors => _errors;

    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyList<TemplateError> RawUses => _rawUses;

    public int Templates { get; private set; }

    public int OwnTemplates { get; private set; }

    public int Renderings { get; private set; }

    /// <exception cref="ParameterException">The folder or a file in it cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var engine = new TemplateEngine();
        var own = TemplateFolder.Read(folder);
        var templates = new TemplateSet(engine, own);
        Templates = templates.Names.Count();
        OwnTemplates = templates.Names.Count(templates.IsOwn);

        var widgets = WidgetCatalog.BuiltIn.Definitions.Select(t => t.Name).Append(Fallback).ToHashSet(StringComparer.Ordinal);
        var called = new HashSet<string>(StringComparer.Ordinal);
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in templates.Names.Where(n => !TemplateName.IsPartial(n)))
        {
            if (Compile(templates, name) is not { } template) continue;
            sound.Add(name);
            called.UnionWith(template.Partials);
            if (!widgets.Contains(name) && templates.IsOwn(name))
                _warnings.Add($"{name} is no built-in widget's template: it is parsed, but not rendered.");
        }

        if (_errors.Count == 0)
            _warnings.AddRange(
                templates.Names.Where(n => templates.IsOwn(n) && TemplateName.IsPartial(n) && !called.Contains(n))
                    .Select(n => $"{n}: nothing calls it."));
        _warnings.AddRange(_members.FindUnknownNames(templates).Where(e => templates.IsOwn(e.Template)).Select(e => e.ToString()));
        _warnings.AddRange(LocaleCheck.FindGaps(own));
        foreach (var type in WidgetCatalog.BuiltIn.Definitions.Where(t => sound.Contains(t.Name)))
            foreach (var (state, createHandler) in CheckData.States)
                await RenderAsync(type, state, createHandler, cancellationToken);
        if (sound.Contains(Fallback)) await RenderFallbackAsync(templates, cancellationToken);
    }

    private CompiledTemplate? Compile(TemplateSet templates, string name)
    {
        try
        {
            var template = templates.Get(name);
            _rawUses.AddRange(template.RawUses.Where(use => !_rawUses.Contains(use)));
            return template;
        }
        catch (TemplateException e)
        {
            _errors.Add(e.Message);
            return null;
        }
    }

    private async Task RenderAsync(WidgetDefinition type, string state, Func<HttpMessageHandler> createHandler,
        CancellationToken cancellationToken)
    {
        using var api = createHandler();
        await using var client = ExampleClient.Create(api);
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = folder });
        var business = ExampleClient.BusinessOf(client);
        foreach (var values in Variants(type))
        {
            var fragment = await renderer.RenderAsync(
                business, type.Parse(values), new RenderRequest { VisitorAddress = ExampleClient.Visitor }, cancellationToken);
            var tag = $"{type.Name}{string.Concat(values.Select(v => $" {v.Key}=\"{v.Value}\""))}";
            Judge($"{tag} on {state}", fragment.ToString(), fragment.Error);
        }
    }

    /// <summary>Renders the fallback by itself: on pages, the built-in one would hide its errors.</summary>
    private async Task RenderFallbackAsync(TemplateSet templates, CancellationToken cancellationToken)
    {
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = ExampleApi.BaseUrls.Sessions });
        var business = client.GetBusiness(BusinessType.Venue, "example");
        var (type, locale) = (WidgetCatalog.BuiltIn.Definitions[0], templates.Locales.Find("en")!);
        var model = new FallbackModel { Frame = FrameBuilder.Build(type, type.Parse([]), business, new RenderRequest(), locale) };
        var output = new ArrayBufferWriter<byte>();
        TemplateException? error = null;
        try
        {
            var value = _members.Value(model);
            var pictures = new PictureWriter(PictureAddresses.Direct, business.PictureHash);
            var context = new TemplateRenderContext(ExampleClock.Instance.GetUtcNow(), business.TimeZone, locale, pictures);
            await templates.Get(Fallback).RenderAsync(output, value, context, cancellationToken);
        }
        catch (TemplateException e)
        {
            error = e;
        }

        Judge(Fallback, Encoding.UTF8.GetString(output.WrittenSpan), error);
    }

    private void Judge(string what, string html, Exception? error)
    {
        Renderings++;
        if (error is not null)
        {
            // One mistake of a template may fail many of its renderings.
            if (_reported.Add(error.Message)) _errors.Add($"{what}: {error.Message}");
        }
        else if (Malformed(html) is { } where) _errors.Add($"{what}: the output is not well-formed HTML: {where}");
    }

    /// <summary>The default options, and each other value of the parameters that have a few.</summary>
    private static IEnumerable<KeyValuePair<string, string>[]> Variants(WidgetDefinition type)
    {
        yield return [];
        var defaults = type.Parse([]);
        foreach (var parameter in type.Parameters)
            foreach (var value in parameter.Choices.Where(value => value != parameter.Get(defaults)))
                yield return [new(parameter.Name, value)];
    }

    private static string? Malformed(string html)
    {
        var problems = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, e) =>
        {
            if (e is AngleSharp.Html.Dom.Events.HtmlErrorEvent problem)
                problems.Add($"line {problem.Position.Line}, column {problem.Position.Column}: {problem.Message}");
        };
        parser.ParseDocument($"<!DOCTYPE html><title>.</title>{html}");
        return problems.Count == 0 ? null : problems[0];
    }
}
