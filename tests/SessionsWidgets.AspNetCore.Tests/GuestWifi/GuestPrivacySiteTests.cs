using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>Pages, fragments, logs at Trace, traces, metrics and the shared cache of a real site over the sandbox hold nothing of any
/// guest.</summary>
/// <remarks>Runs alone: who listens to traces hears the whole process.</remarks>
[CollectionDefinition(nameof(GuestPrivacySiteTests), DisableParallelization = true)]
[Collection(nameof(GuestPrivacySiteTests))]
public class GuestPrivacySiteTests
{
    private static readonly string[] Addresses =
        [
            "/Guests", "/OwnTime", "/Staff", "/widgets/guests-online", "/widgets/guest-visits", "/widgets/lounge-activity",
            "/widgets/guests-online?limit=1", "/staff/guest-sessions"];

    [Theory]
    [InlineData(null)]
    [InlineData(401)]
    [InlineData(422)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Everything_WhateverUpstreamReturns_HoldsNothingOfAnyGuest(int? status)
    {
        var cache = new SharedStore();
        await using var site = await TestSite.StartAsync(
            configure: b => b.Services.AddSingleton<IDistributedCache>(cache).AddAuthorization(),
            map: app =>
            {
                app.MapSessionsWidgets("/widgets");
                app.MapSessionsWidgets("/staff", o => o.Audience = WidgetAudience.Staff).AllowAnonymous();
            },
            settings: [
                ("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"), ("SessionsWidgets:GuestWifi:Floor", "1"), .. Revealed]);
        var personal = await PersonalValues.OfAsync(site.Sandbox.GuestWifiUrl, site.Clock);
        personal.Count.ShouldBeGreaterThan(3000);
        if (status is { } code)
            site.Sandbox.Faults.Add("/ipera/*", new StatusFault { Status = code, Body = string.Join(' ', personal.Take(500)) });
        var logged = site.Log.Entries.Count;
        using var telemetry = new RecordingTelemetry();
        using var diagnostics = new RecordingDiagnostics();
        var output = new List<string>();
        foreach (var address in Addresses)
        {
            using var answer = await site.Http.GetAsync(new Uri(address, UriKind.Relative));
            output.Add($"{answer.Headers} {await answer.Content.ReadAsStringAsync()}");
        }

        output[0].ShouldContain(status is null ? "sw-bar" : "sw-fallback");
        telemetry.Entries.ShouldNotBeEmpty();
        diagnostics.Entries.ShouldNotBeEmpty();
        cache.Written.ShouldNotBeEmpty();
        output.AddRange(telemetry.Entries);
        output.AddRange(diagnostics.Entries);
        output.AddRange(cache.Written.Select(w => $"{w.Key} {Encoding.UTF8.GetString(w.Value)}"));
        // The visitor's own address is in the web server's log of this very visitor; where the library asks about it, it is nowhere.
        output.AddRange(site.Log.Entries.Skip(logged).Select(e => e.Text));
        var everything = string.Join('\n', output);
        personal.FoundIn(everything).ShouldBeEmpty();
        everything.ShouldNotContain("/sessions/127.");
        everything.ShouldNotContain("sandbox-wifi-token");
    }

    private static (string, string)[] Revealed { get; } =
    [
        .. ((string[])["guest", "mac", "ip", "access-code"])
            .Select((field, i) => ($"SessionsWidgets:GuestWifi:RevealToStaff:{i}", field)),
    ];

    /// <summary>The diagnostic events of the HTTP client.</summary>
    private sealed class RecordingDiagnostics : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<string> _entries = new();
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];

        public RecordingDiagnostics() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public IReadOnlyList<string> Entries => [.. _entries];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "HttpHandlerDiagnosticListener") _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value) => _entries.Enqueue($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
        }
    }
}
