using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Sandbox;

/// <summary>Gives a site without an <c>ApiBaseUrl</c> the settings of the sandbox. Thread-safe.</summary>
internal sealed class SandboxSettings(IHostEnvironment? environment, bool allowInProduction)
    : IPostConfigureOptions<SessionsWidgetsOptions>, IDisposable
{
    private readonly Lock _lock = new();
    private bool _isDecided;

    /// <summary>The port of the sandbox, taken before the sandbox runs, since settings are read before anything runs; null if the site has
    /// an API.</summary>
    public Socket? Listener { get; private set; }

    /// <summary>How the sandbox of the site answers.</summary>
    public SandboxOptions Options { get; } = new() { AnyBusiness = true };

    /// <exception cref="OptionsValidationException">The sandbox would start in Production, and may not.</exception>
    public void PostConfigure(string? name, SessionsWidgetsOptions options)
    {
        if (options.ApiBaseUrl is not null || options.Businesses.Values.Any(business => business.ApiBaseUrl is not null))
            _isDecided = true;
        else if (Listen() is { } listener)
            Complete(options, ((IPEndPoint)listener.LocalEndPoint!).Port);
    }

    public void Dispose() => Listener?.Dispose();

    /// <summary>Decides once: later changes of the configuration start nothing.</summary>
    private Socket? Listen()
    {
        lock (_lock)
        {
            if (_isDecided)
                return Listener;
            if (environment?.IsProduction() is true && !allowInProduction)
                throw Refusal();
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Listener = listener;
            _isDecided = true;
            return listener;
        }
    }

    private void Complete(SessionsWidgetsOptions options, int port)
    {
        var root = new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), port).Uri;
        (options.ApiBaseUrl, options.ApiKey) = (root, Options.ApiKey);
        options.BusinessId ??= SandboxOptions.ExampleBusinessId(options.BusinessType);
        GuestWifiOptions guestWifi = options.GuestWifi ??= new GuestWifiOptions();
        if (guestWifi.ApiBaseUrl is null)
        {
            UseOwnCredentials(guestWifi, Options.GuestWifi.AccessToken);
            guestWifi.ApiBaseUrl = new Uri(root, Options.GuestWifi.Path);
        }

        // What opens the real service does not open the sandbox.
        foreach (BusinessOptions business in options.Businesses.Values)
        {
            business.ApiKey = null;
            if (business.GuestWifi is { ApiBaseUrl: null } own)
                UseOwnCredentials(own, null);
        }

        if (guestWifi.ClientNetworks.Count == 0)
            guestWifi.ClientNetworks = ["127.0.0.0/8", "::1/128"];
    }

    private static void UseOwnCredentials(GuestWifiOptions options, string? token) =>
        (options.AccessToken, options.TokenHeader, options.TokenScheme) = (token, null, null);

    private static OptionsValidationException Refusal() => new(
        Microsoft.Extensions.Options.Options.DefaultName,
        typeof(SessionsWidgetsOptions),
        [
            "SessionsWidgets:ApiBaseUrl is not configured and the environment is Production, where UseSandbox() does not start the "
            + "sandbox: visitors would take its made-up people for your guests. Set SessionsWidgets:ApiBaseUrl and "
            + "SessionsWidgets:BusinessId, or allow it with UseSandbox(allowInProduction: true). To run on your own machine, set "
            + "ASPNETCORE_ENVIRONMENT=Development.",
        ]);
}
