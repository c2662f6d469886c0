using System.Buffers;
using Microsoft.Extensions.Caching.Distributed;

namespace SessionsWidgets.Cli.Build;

/// <summary>A cache in a folder, a file per entry, readable by its owner only. Thread-safe, also between processes.</summary>
/// <remarks>Does not expire entries; only very old files are deleted.</remarks>
internal sealed class FolderCache : IDistributedCache
{
    /// <summary>Longer than the maximum of <see cref="CachePolicy.StaleIfError"/>.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(40);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789ABCDEFabcdef.");

    private const string Prefix = "sessions-widgets-";

    private readonly string _folder;
    private readonly bool _isReadOnly;

    /// <summary>Whether a file has the name of an entry: the prefix and a hash.</summary>
    public static bool IsEntry(string name) =>
        name.Length > Prefix.Length + 16
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.AsSpan(Prefix.Length).IndexOfAnyExcept(NameCharacters) < 0;

    /// <exception cref="ParameterException">The folder cannot be used.</exception>
    public FolderCache(string folder, TimeProvider clock, bool isReadOnly)
    {
        _folder = folder;
        _isReadOnly = isReadOnly;
        if (isReadOnly) return;
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles($"{Prefix}*"))
            {
                if (clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > MaxAge) file.Delete();
            }

            // Fail now: later write errors are not reported.
            var probe = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ParameterException("--cache", folder, $"it must be a folder that can be written to ({e.Message}).");
        }
    }

    public byte[]? Get(string key)
    {
        try
        {
            return File.ReadAllBytes(PathOf(key));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Set(key, value);

    /// <summary>Stores an entry; it is there as a whole, or not at all.</summary>
    public void Set(string key, byte[] value)
    {
        if (_isReadOnly) return;
        var path = PathOf(key);
        var aside = $"{path}.{Guid.NewGuid():N}";
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(aside, creation)) file.Write(value);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key)
    {
        if (!_isReadOnly) File.Delete(PathOf(key));
    }

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    /// <summary>Other characters could lead out of the folder.</summary>
    private string PathOf(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':')
        ? Path.Combine(_folder, key.Replace(':', '-'))
        : throw new ArgumentException("The key must be letters, digits, hyphens and colons.", nameof(key));
}
