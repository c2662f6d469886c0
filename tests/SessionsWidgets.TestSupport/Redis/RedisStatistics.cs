namespace SessionsWidgets.TestSupport.Redis;

/// <summary>The work of a redis-server since its start.</summary>
public sealed record RedisStatistics(long Commands, long UsedBytes, TimeSpan ProcessorTime);
