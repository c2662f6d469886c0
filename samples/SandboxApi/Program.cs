using System.Globalization;
using System.Runtime.InteropServices;
using SessionsWidgets.Sandbox;
using SessionsWidgets.Sandbox.GuestWifi;

namespace SessionsWidgets.Samples;

/// <summary>Runs the sandbox alone: <c>dotnet run --project samples/SandboxApi -- --urls http://127.0.0.1:5081</c>.</summary>
internal static class SandboxProgram
{
    private static async Task<int> Main(string[] args)
    {
        IConfiguration settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        if (!TryReadOptions(settings, out SandboxOptions options, out string problem))
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }

        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using SandboxApi sandbox = await SandboxApi.StartAsync(options);
            Console.WriteLine(Welcome(sandbox, options.GuestWifi));
            await stop.Task;
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"The sandbox cannot listen on {options.Url}: {exception.Message}");
            return 1;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }

    private static bool TryReadOptions(IConfiguration settings, out SandboxOptions options, out string problem)
    {
        options = new SandboxOptions();
        problem = "";
        string url = settings["urls"] ?? "http://127.0.0.1:5081";
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || SandboxOptions.AddressOf(address) is null)
        {
            problem = $"--urls is '{url}'; it takes one http URL with an IP address or localhost, such as http://127.0.0.1:5081.";
            return false;
        }

        int seed = options.Seed;
        if (settings["seed"] is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            problem = $"--seed is '{text}'; it takes a whole number from 0.";
            return false;
        }

        options = new SandboxOptions { Url = address, Seed = seed, ApiKey = settings["key"] ?? options.ApiKey };
        return true;
    }

    private static string Welcome(SandboxApi sandbox, SandboxGuestWifi wifi)
    {
        string root = sandbox.BaseUrl.ToString().TrimEnd('/');
        string header = $"-H 'Authorization: Bearer {sandbox.ApiKey}'";
        return $"""
            Sandbox of the sessions API on {root} (key: {sandbox.ApiKey}). Stop with Ctrl+C.

              curl {header} '{root}/venues/stogies-chapin/sessions?limit=5'
              curl {header} '{root}/brands/casa-belmonte/sessions?limit=5&featured=true'
              curl {header} '{root}/cigars/cgr_10001/sessions?limit=5&offset=5'
              curl {header} '{root}/venues/stogies-chapin/events?status=upcoming'
              curl {header} '{root}/venues/stogies-chapin/checkins?limit=5'

            Guest Wi-Fi API on {sandbox.GuestWifiUrl} (token: {wifi.AccessToken}; {wifi.RequestsAMinute} requests a minute an endpoint).

              curl -H 'Authorization: Bearer {wifi.AccessToken}' '{sandbox.GuestWifiUrl}/sessions?online=true'

            Pictures: {root}/cdn/cigars/cgr_10001.png, {root}/cdn/users/usr_10001.png and {root}/cdn/events/evt_10010.png
            A fault:  curl -X POST {root}/_faults -H 'Content-Type: application/json' -d '{Fault}'
            An event is cancelled:  curl -X DELETE {root}/_events/evt_10014
            """;
    }

    private const string Fault = """{"path":"/venues/*","times":2,"kind":"status","status":503}""";
}
