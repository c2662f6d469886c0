using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Rejects requests to a rate-limited upstream, per origin and key, until its Retry-After has passed. Then a single probe is let
/// through; the others follow when it completes.</summary>
/// <remarks>Thread-safe. Only rate-limited keys take memory.</remarks>
internal sealed class RateLimitGate(TimeProvider clock)
{
    private static readonly TimeSpan WaitForProbe = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Origin, string? Key), RateLimitState> _limited = new();

    /// <exception cref="ApiException">The upstream is rate limited; the exception has the time to wait.</exception>
    public void Enter(ApiRequest request)
    {
        if (!_limited.TryGetValue(NameOf(request), out var state)) return;
        var left = state.Length - clock.GetElapsedTime(state.OpenedAt);
        if (left <= TimeSpan.Zero && state.TryProbe()) return;
        var wait = left > TimeSpan.Zero ? left : WaitForProbe;
        throw new ApiException(
            state.Fault, request.Shown, "the rate limit of upstream has not passed yet.", null, wait)
        {
            IsShortCircuited = true,
        };
    }

    /// <summary>Records the outcome of a request that entered.</summary>
    public void Leave(ApiRequest request, ApiException? failure)
    {
        var name = NameOf(request);
        if (failure is { Failure: ApiFailure.RateLimited, IsShortCircuited: false })
        {
            var state = new RateLimitState(failure.Fault, clock.GetTimestamp(), failure.RetryAfter ?? RetryAfter.Default);
            if (!_limited.ContainsKey(name)) Telemetry.OpenCircuits.Add(1);
            _limited[name] = state;
        }
        else if (_limited.TryGetValue(name, out var state) && state.IsProbing && _limited.TryRemove(new(name, state)))
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
