using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.AspNetCore;

/// <summary>Stops the host at startup if pictures are to come from the site itself, and nothing serves them.</summary>
internal sealed class PictureRouteCheck(IOptions<SessionsWidgetsOptions> options, PictureRoutes routes, IServiceProvider services)
    : IHostedLifecycleService
{
    private const string Setting = $"SessionsWidgets:{nameof(SessionsWidgetsOptions.Pictures)}:";

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Checks when everything is mapped, whichever way the host maps it.</summary>
    /// <exception cref="OptionsValidationException">Pictures are not mapped, or under a prefix that varies.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var pictures = options.Value.Pictures;
        if (pictures.Mode != PictureMode.Proxy || pictures.Path is not null) return Task.CompletedTask;
        // Building the endpoints tells where they are.
        _ = services.GetService<EndpointDataSource>()?.Endpoints.Count;
        return routes.Prefix is not null ? Task.CompletedTask : throw Invalid(routes.Pattern is { Length: > 0 } pattern
            ? $"{Setting}Mode is 'Proxy', and the pictures are mapped at '{pattern}', which is not the same for every page: call "
                + $"MapSessionsWidgets with a prefix without parameters, or set {Setting}Path to where the site serves them."
            : $"{Setting}Mode is 'Proxy', and nothing serves the pictures: call app.MapSessionsWidgets(\"/widgets\"), or set "
                + $"{Setting}Path to where a site with the same key serves them.");
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static OptionsValidationException Invalid(string message) =>
        new(Options.DefaultName, typeof(SessionsWidgetsOptions), [message]);
}
