using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>
/// Leaves an upstream alone that asks for it, for all requests with the same key: an open circuit refuses them at once.
/// When its time is over, one request goes ahead; the others follow when that one is answered.
/// </summary>
/// <remarks>Thread-safe. Only open circuits take memory.</remarks>
internal sealed class RateLimitGate(TimeProvider clock)
{
    private static readonly TimeSpan WaitForProbe = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Origin, string? Key), RateLimitState> _open = new();

    /// <exception cref="ApiException">The circuit is open; tells for how long.</exception>
    public void Enter(ApiRequest request)
    {
        if (!_open.TryGetValue(NameOf(request), out var circuit)) return;
        var left = circuit.Length - clock.GetElapsedTime(circuit.OpenedAt);
        if (left <= TimeSpan.Zero && circuit.TryProbe()) return;
        throw new ApiException(
            circuit.Fault, request.Shown, "it asked to be left alone.", null,
            left > TimeSpan.Zero ? left : WaitForProbe) { IsShortCircuited = true };
    }

    /// <summary>Tells how a request went that was let in.</summary>
    public void Leave(ApiRequest request, ApiException? failure)
    {
        var name = NameOf(request);
        if (failure is { Failure: ApiFailure.RateLimited, IsShortCircuited: false })
        {
            var circuit = new RateLimitState(failure.Fault, clock.GetTimestamp(), failure.RetryAfter ?? RetryAfter.Assumed);
            if (!_open.ContainsKey(name)) Telemetry.OpenCircuits.Add(1);
            _open[name] = circuit;
        }
        else if (_open.TryGetValue(name, out var circuit) && circuit.IsProbing && _open.TryRemove(new(name, circuit)))
        {
            Telemetry.OpenCircuits.Add(-1);
        }
    }

    private static (string Origin, string? Key) NameOf(ApiRequest request) =>
        (request.Uri.GetLeftPart(UriPartial.Authority), request.Credential?.Key.Fingerprint);

    private sealed class RateLimitState(ApiFault fault, long openedAt, TimeSpan length)
    {
        private int _probing;

        public ApiFault Fault { get; } = fault;

        public long OpenedAt { get; } = openedAt;

        public TimeSpan Length { get; } = length;

        public bool IsProbing => Volatile.Read(ref _probing) == 1;

        public bool TryProbe() => Interlocked.Exchange(ref _probing, 1) == 0;
    }
}
