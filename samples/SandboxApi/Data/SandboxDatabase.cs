using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>A SQLite database in memory, alive as long as this object. Thread-safe: everybody opens a connection of their own.</summary>
internal sealed class SandboxDatabase : IDisposable
{
    private static int _count;

    private readonly string _connectionString;
    private readonly SqliteConnection _keepsItAlive;

    public SandboxDatabase()
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = $"sandbox-{Interlocked.Increment(ref _count)}",
            Mode = SqliteOpenMode.Memory,
            Cache = SqliteCacheMode.Shared,
        }.ToString();
        _keepsItAlive = Open();
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        _keepsItAlive.Dispose();
        SqliteConnection.ClearPool(_keepsItAlive);
    }
}
