using System.Globalization;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace SessionsWidgets.Preview;

/// <summary>Tells when files of the gallery change. Thread-safe.</summary>
internal sealed class GalleryChanges : IDisposable
{
    /// <summary>Tells this run from others: a page that one of those has sent is loaded again.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private readonly List<IDisposable> _watches = [];
    private volatile TaskCompletionSource _changed = NewSource();
    private int _version;

    /// <summary>Another text whenever pages may look different.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{_run}.{Volatile.Read(ref _version)}");

    /// <summary>Ends with the next change.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Follows files from now on.</summary>
    /// <param name="files">Where they are.</param>
    /// <param name="patterns">Which ones.</param>
    public void Watch(IFileProvider files, params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns) _watches.Add(ChangeToken.OnChange(() => files.Watch(pattern), Change));
    }

    public void Dispose() => _watches.ForEach(static watch => watch.Dispose());

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change()
    {
        Interlocked.Increment(ref _version);
        Interlocked.Exchange(ref _changed, NewSource()).TrySetResult();
    }
}
