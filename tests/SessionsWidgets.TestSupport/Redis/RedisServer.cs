using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;

namespace SessionsWidgets.TestSupport.Redis;

/// <summary>A redis-server of a test's own, on a free port, that keeps nothing.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly Process _process;

    private RedisServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Whether there is one on this machine.</summary>
    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    public int Port { get; }

    private string Configuration => $"127.0.0.1:{Port},abortConnect=false,syncTimeout=5000";

    public static async Task<RedisServer> StartAsync()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await TryStartAsync(FreePort()) is { } server) return server;
        }

        throw new InvalidOperationException("redis-server does not start.");
    }

    /// <summary>A cache with a connection of its own, as hosts register it by AddStackExchangeRedisCache.</summary>
    public RedisCache CreateCache()
    {
        var cache = new RedisCache(new RedisCacheOptions { Configuration = Configuration });
        // A busy machine may take a while to connect, and calls before that fail.
        cache.Get("connect");
        return cache;
    }

    /// <summary>Everything that the server holds now, as a cache reads it.</summary>
    public IReadOnlyList<(string Key, byte[] Value)> ReadAll(RedisCache cache)
    {
        ArgumentNullException.ThrowIfNull(cache);
        using var connection = ConnectionMultiplexer.Connect(Configuration);
        return [.. connection.GetServers().Single().Keys().Select(key => ((string)key!, cache.Get(key!)!))];
    }

    /// <summary>What the server says of its work so far.</summary>
    public async Task<RedisStatistics> ReadStatisticsAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{Configuration},allowAdmin=true");
        var facts = (await connection.GetServers().Single().InfoAsync()).SelectMany(section => section)
            .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        return new RedisStatistics(
            long.Parse(facts["total_commands_processed"], CultureInfo.InvariantCulture),
            long.Parse(facts["used_memory"], CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(Seconds("used_cpu_user") + Seconds("used_cpu_sys")));

        double Seconds(string name) => double.Parse(facts[name], CultureInfo.InvariantCulture);
    }

    /// <summary>Lets the server stand still: connections stay open and nothing is answered.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<RedisServer?> TryStartAsync(int port)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true };
        string[] arguments =
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
            "--daemonize", "no",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            // What it says later is read away, or it would stand still one day.
            _ = process.StandardOutput.ReadToEndAsync();
            return new RedisServer(process, port);
        }

        process.Dispose();
        return null;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", $"-{name} {_process.Id.ToString(CultureInfo.InvariantCulture)}");
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
