using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Serve;
using SessionsWidgets.Cli.Watch;
using SessionsWidgets.Preview;

namespace SessionsWidgets.Cli.Preview;

/// <summary>One run of <c>sessions-widgets preview</c>.</summary>
internal sealed class PreviewRun : IDisposable
{
    private const string WidgetStyle = "sessions-widgets.css";
    private const string OwnStyle = "own.css";

    private readonly PreviewOptions _options;
    private readonly CliEnvironment _environment;
    private readonly TextWriter _writer;
    private readonly Gallery _gallery;
    private readonly string[] _stylesheets;

    public PreviewRun(PreviewOptions options, CliEnvironment environment, TextWriter writer)
    {
        (_options, _environment, _writer) = (options, environment, writer);
        _gallery = new Gallery(new TemplateWidgets(options.Templates).Find, FindStylesheet);
        _stylesheets = options.Stylesheet is null ? [WidgetStyle] : [WidgetStyle, OwnStyle];
    }

    /// <summary>Serves the gallery until it is interrupted.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task ServeAsync(int port, bool opensBrowser, CancellationToken cancellationToken)
    {
        using var changes = new GalleryChanges();
        using var templates = Follow(changes, _options.Templates, "**/*.liquid", "locales/*.json");
        using var style = _options.Stylesheet is { } file
            ? Follow(changes, Path.GetDirectoryName(file), Path.GetFileName(file))
            : null;
        var requests = new GalleryRequests(_gallery, changes);
        await using var server = await SiteServer.StartAsync(
            port,
            new LocalRequests(
                (context, token) => requests.RespondAsync(context, context.Request.Path.Value![1..], _stylesheets, token),
                _environment.Error));
        await WarnAsync();
        await _writer.WriteLineAsync($"Serving the gallery at {server.Url}. Press Ctrl+C to stop.");
        await _writer.FlushAsync(cancellationToken);
        if (opensBrowser) await BrowserWindow.OpenAsync(server.Url, _environment.Error);
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes the gallery as static pages.</summary>
    /// <returns>The exit code: a failure if pages show errors.</returns>
    /// <exception cref="ParameterException">The output folder cannot be written to.</exception>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var target = new OutputTarget(_options.Output!, "preview")
        {
            Source = _options.Templates, SourceName = "the folder of templates", IsForced = _options.IsForced,
        };
        OutputFolder.Check(target);
        await WarnAsync();
        using var output = OutputFolder.Open(target);
        _environment.TryAbandon = output.TryAbandon;
        var links = new GalleryLinks(_stylesheets, Events: null);
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        var broken = new List<string>();
        var files = 0;
        foreach (var name in _gallery.Names.Concat(_stylesheets).ToList())
        {
            var content = await WriteAsync(name);
            if (!name.EndsWith(".html", StringComparison.Ordinal)) continue;
            var html = Encoding.UTF8.GetString(content.Span);
            pictures.UnionWith(GalleryPictures.NamesIn(html));
            if (WidgetStates.IsError(html)) broken.Add(name);
        }

        foreach (var name in pictures.Order(StringComparer.Ordinal)) await WriteAsync(name);
        output.Finish();
        var changed = output.Written is { } written ? $", {BuildReport.Count(written, "file")} changed" : "";
        await _writer.WriteLineAsync($"Wrote the gallery to {_options.Output}: {BuildReport.Count(files, "file")}{changed}.");
        if (broken.Count == 0) return ExitCode.Done;
        await _environment.Error.WriteLineAsync(
            $"sessions-widgets: {SiteChange.Describe(broken)} {(broken.Count == 1 ? "shows an error" : "show errors")}: see there.");
        return ExitCode.Failed;

        async Task<ReadOnlyMemory<byte>> WriteAsync(string name)
        {
            if (await _gallery.FindAsync(name, links, cancellationToken) is not { } file) return default;
            output.Write(name, file.Content.Span);
            files++;
            return file.Content;
        }
    }

    public void Dispose() => _gallery.Dispose();

    private static PhysicalFileProvider? Follow(GalleryChanges changes, string? folder, params ReadOnlySpan<string> patterns)
    {
        if (folder is null) return null;
        var files = new PhysicalFileProvider(folder);
        changes.Watch(files, patterns);
        return files;
    }

    /// <summary>Says which templates are not shown.</summary>
    private async Task WarnAsync()
    {
        if (_options.Templates is not { } folder) return;
        foreach (var name in TemplateWidgets.FindMisnamed(folder))
            await _environment.Error.WriteLineAsync(
                $"sessions-widgets: warning: {name}.liquid is not shown: a widget's name is lower-case words joined by '-', at least two.");
    }

    private GalleryFile? FindStylesheet(string name) => name switch
    {
        WidgetStyle => new GalleryFile("text/css; charset=utf-8", BuiltInTemplates.Stylesheet),
        OwnStyle when File.Exists(_options.Stylesheet) =>
            new GalleryFile("text/css; charset=utf-8", File.ReadAllBytes(_options.Stylesheet)),
        _ => null,
    };
}
