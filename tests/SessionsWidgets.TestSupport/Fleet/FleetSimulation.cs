using SessionsWidgets.TestSupport.Redis;

namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>Clients as servers, in one process, on a real Redis and an API over HTTP.</summary>
public sealed class FleetSimulation
{
    private readonly FleetScenario _scenario;
    private readonly FastClock _clock;
    private readonly RedisServer _redis;
    private readonly FleetUpstream _upstream;
    private readonly List<FleetVisit> _visits;
    private readonly Task<(FragmentOrigin Origin, FleetLevel Level)>[] _answers;
    private readonly TimeSpan[] _times;
    private readonly FleetServer[] _servers;
    private int _started;
    private int _failedRedisCalls;

    private FleetSimulation(FleetScenario scenario, FastClock clock, RedisServer redis, FleetUpstream upstream)
    {
        (_scenario, _clock, _redis, _upstream) = (scenario, clock, redis, upstream);
        _visits = FleetVisit.Make(scenario);
        _answers = new Task<(FragmentOrigin, FleetLevel)>[_visits.Count];
        _times = new TimeSpan[_visits.Count];
        _servers = new FleetServer[scenario.Servers];
    }

    /// <exception cref="InvalidOperationException">There is no redis-server on this machine.</exception>
    public static async Task<FleetReport> RunAsync(FleetScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var clock = new FastClock(scenario.TimesFaster);
        await using var redis = await RedisServer.StartAsync();
        await using var upstream = await FleetUpstream.StartAsync(scenario, clock);
        return await new FleetSimulation(scenario, clock, redis, upstream).RunAsync();
    }

    private async Task<FleetReport> RunAsync()
    {
        var memory = UsedMemory();
        var redis = await _redis.ReadStatisticsAsync();
        for (var i = 0; i < _servers.Length; i++) _servers[i] = await StartServerAsync();
        try
        {
            var maxDelay = await VisitAsync();
            var answers = await Task.WhenAll(_answers);
            var redisAfter = await _redis.ReadStatisticsAsync();
            return Report(answers) with
            {
                RedisCommands = redisAfter.Commands - redis.Commands,
                RedisBytes = redisAfter.UsedBytes - redis.UsedBytes,
                RedisProcessorTime = redisAfter.ProcessorTime - redis.ProcessorTime,
                BytesOfAServer = (UsedMemory() - memory) / _servers.Length,
                FailedRedisCalls = _failedRedisCalls + _servers.Sum(server => server.FailedCacheCalls),
                MaxDelay = maxDelay,
            };
        }
        finally
        {
            foreach (var server in _servers) await server.DisposeAsync();
        }
    }

    /// <summary>Lets every visit begin at its time, and restarts servers. Returns the largest delay.</summary>
    private async Task<TimeSpan> VisitAsync()
    {
        var (began, maxDelay) = (_clock.Elapsed, TimeSpan.Zero);
        var restart = Task.CompletedTask;
        var isRestarted = false;
        for (var i = 0; i < _visits.Count; i++)
        {
            var visit = _visits[i];
            if (!isRestarted && visit.At >= _scenario.Restart)
            {
                isRestarted = true;
                restart = RestartHalfAsync(i);
            }

            if (began + visit.At - _clock.Elapsed is var left && left > TimeSpan.Zero) await Task.Delay(left, _clock);
            else if (-left > maxDelay) maxDelay = -left;
            _times[i] = _clock.Elapsed;
            var server = _servers[visit.Server];
            _answers[i] = Task.Run(() => server.VisitAsync(visit.Business));
        }

        await restart;
        return maxDelay;
    }

    /// <summary>Replaces half of the servers. The old ones complete their visits, and then end.</summary>
    private async Task RestartHalfAsync(int visitsBefore)
    {
        var old = _servers[..((_servers.Length + 1) / 2)];
        for (var i = 0; i < old.Length; i++) _servers[i] = await StartServerAsync();
        await Task.WhenAll(_answers.Take(visitsBefore));
        foreach (var server in old)
        {
            await server.DisposeAsync();
            _failedRedisCalls += server.FailedCacheCalls;
        }
    }

    /// <summary>A server that is ready: it has its connections, and has rendered a page of a business that nobody visits.</summary>
    private async Task<FleetServer> StartServerAsync()
    {
        var cache = new FleetCache(_redis.CreateCache(), _scenario.TimesFaster);
        var server = new FleetServer(++_started, _scenario, _clock, _upstream, cache);
        await server.VisitAsync(_scenario.Businesses);
        return server;
    }

    private FleetReport Report((FragmentOrigin Origin, FleetLevel Level)[] answers)
    {
        var requests = _upstream.Requests.Where(request => request.Business < _scenario.Businesses).ToList();
        var recoveries = requests.Where(request => request.IsAnswered && request.At >= _scenario.OutageEnds)
            .GroupBy(request => request.Business)
            .ToDictionary(group => group.Key, group => group.Min(request => request.At));
        var visits = _visits.Zip(_times).ToLookup(visit => visit.First.Business, visit => visit.Second);
        return new FleetReport
        {
            Servers = _servers.Length,
            Visits = answers.Length,
            Queries = visits.Count,
            Fresh = Came(FragmentOrigin.Fresh),
            Stale = Came(FragmentOrigin.Stale),
            Fallbacks = Came(FragmentOrigin.Fallback),
            EarlyFallbacks = answers.Zip(_times)
                .Count(visit => visit.First.Origin == FragmentOrigin.Fallback && visit.Second < _scenario.OutageBegins),
            FromMemory = From(FleetLevel.Memory),
            FromRedis = From(FleetLevel.Redis),
            FromUpstream = From(FleetLevel.Upstream),
            Requests = requests.Count(request => request.IsAnswered),
            EarlyRequests = requests.Where(request => request.IsAnswered).GroupBy(request => request.Business).Sum(CountEarly),
            FailedRequests = requests.Count(request => !request.IsAnswered),
            QueriesInOutage = visits.Count(times => times.Any(at => at >= _scenario.OutageBegins && at < _scenario.OutageEnds)),
            LeastRequests = visits.Sum(times => Fleet.LeastRequests.Count(
                times, FleetScenario.Policy.FreshFor, _scenario.OutageBegins,
                recoveries.TryGetValue(times.Key, out var recovery) ? recovery : null)),
        };

        int Came(FragmentOrigin origin) => answers.Count(answer => answer.Origin == origin);

        int From(FleetLevel level) => answers.Count(answer => answer.Level == level);
    }

    private static int CountEarly(IEnumerable<FleetUpstream.Request> requests)
    {
        var times = requests.Select(request => request.At).Order().ToList();
        return times.Zip(times.Skip(1)).Count(pair => pair.Second - pair.First < FleetScenario.Policy.FreshFor);
    }

    private static long UsedMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
