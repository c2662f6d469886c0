using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SessionsWidgets.Preview;

namespace SessionsWidgets.AspNetCore;

/// <summary>Answers requests to the gallery, which is made for the first one. Thread-safe.</summary>
internal sealed class PreviewEndpoint(IServiceProvider services, string[] stylesheets)
{
    private readonly Lazy<GalleryRequests> _requests = new(() => Create(services));

    /// <exception cref="ParameterException">The address of a stylesheet is not allowed.</exception>
    public static void Validate(string stylesheet)
    {
        var isPath = stylesheet is ['/' or '~', ..] && !stylesheet.StartsWith("//", StringComparison.Ordinal);
        var isUrl = Uri.TryCreate(stylesheet, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (!isPath && !isUrl)
            throw new ParameterException(
                nameof(stylesheets), stylesheet, "it must be a path on the site, such as '~/site.css', or an http(s) URL.");
    }

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var path = (string?)request.RouteValues["path"] ?? "";
        // Addresses in the pages are relative.
        if (path.Length == 0 && !request.Path.Value!.EndsWith('/'))
        {
            context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}");
            return;
        }

        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await _requests.Value.RespondAsync(context, path, StylesheetsFor(request.PathBase), ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Nobody waits for the rest.
        }
    }

    private static GalleryRequests Create(IServiceProvider services)
    {
        var host = services.GetRequiredService<WidgetRenderer>();
        var renderers = new PreviewRenderers(host.CreatePreview);
        var builtIn = WidgetCatalog.BuiltIn.Definitions.ToHashSet();
        PreviewWidget[] widgets =
        [
            .. host.Catalog.Definitions.Select(definition => new PreviewWidget(definition, renderers)
            {
                HasKnownLinks = builtIn.Contains(definition), About = GalleryText.AboutWidget(definition.Name),
            }),
        ];
        var gallery = new Gallery(() => widgets);
        var changes = new GalleryChanges();
        var environment = services.GetRequiredService<IWebHostEnvironment>();
        changes.Watch(environment.WebRootFileProvider, "**/*.css");
        var templates = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.Templates;
        var files = templates is null ? null : new PhysicalFileProvider(Path.Combine(environment.ContentRootPath, templates));
        if (files is not null) changes.Watch(files, "**/*.liquid", "locales/*.json");
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(() =>
        {
            changes.Dispose();
            files?.Dispose();
            gallery.Dispose();
        });
        return new GalleryRequests(gallery, changes);
    }

    private string[] StylesheetsFor(PathString pathBase)
    {
        var root = pathBase.ToUriComponent();
        return
        [
            $"{root}/_content/SessionsWidgets.AspNetCore/sessions-widgets.css",
            .. stylesheets.Select(address => address[0] == '~' ? root + address[1..] : address),
        ];
    }
}
