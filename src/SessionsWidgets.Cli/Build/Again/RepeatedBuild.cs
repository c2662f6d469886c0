using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build.Again;

/// <summary>
/// Finds the files of which a build would make what is in the output already, and keeps what the next build has to know for that.
/// Thread-safe.
/// </summary>
/// <param name="last">The last build; null if it is not known, or went by something else.</param>
/// <param name="fingerprint">What this build goes by.</param>
/// <param name="widgets">Renders the widgets.</param>
/// <param name="pathOf">Gets the path of a file in the output.</param>
internal sealed class RepeatedBuild(
    LastBuild? last, ContentHash fingerprint, SiteWidgetRenderer widgets, Func<string, string> pathOf)
{
    private readonly LastBuild? _last = last?.Fingerprint == fingerprint ? last : null;
    private readonly ConcurrentDictionary<string, BuiltFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<WidgetCall, ContentHash> _fragments = new();
    private readonly ConcurrentDictionary<WidgetCall, Lazy<Task<bool>>> _comparisons = new();

    /// <summary>Finds what the last build made of a file, if this one would make the same of it, and it is still there.</summary>
    public async ValueTask<BuiltFile?> FindAgainAsync(SiteFile file, CancellationToken cancellationToken)
    {
        if (_last is null || !_last.Files.TryGetValue(file.Name, out var known)) return null;
        if (known.Tags is not null != file.IsPage || !known.Twins.Select(twin => twin.Name).SequenceEqual(file.Twins.Select(t => t.Name)))
            return null;
        if (FindFile(known, file) is not { } again) return null;
        var twins = new List<BuiltFile>();
        foreach (var (twin, copy) in known.Twins.Zip(file.Twins))
        {
            if (FindFile(twin, copy) is not { } twinAgain) return null;
            twins.Add(twinAgain);
        }

        // All at once: the data of each may take its time.
        var comparisons = known.Calls
            .Select(call => _comparisons.GetOrAdd(call, c => new(() => IsSameAsync(c, file, cancellationToken))).Value)
            .ToList();
        var areSame = await Task.WhenAll(comparisons);
        return Array.TrueForAll(areSame, static isSame => isSame) ? again with { Twins = twins } : null;
    }

    /// <summary>Keeps what was made of a file, or found again.</summary>
    public void Add(BuiltFile file) => _files[file.Name] = file;

    /// <summary>Keeps the fragments of a page.</summary>
    /// <returns>The different calls of its tags.</returns>
    public IReadOnlyList<WidgetCall> Add(SiteFile page, IReadOnlyList<RenderedTag> tags)
    {
        var calls = new HashSet<WidgetCall>();
        foreach (var (attributes, fragment) in tags)
        {
            var call = WidgetCall.Of(attributes, page);
            if (calls.Add(call)) _fragments.GetOrAdd(call, static (_, rendered) => HashOf(rendered), fragment.Html);
        }

        return [.. calls];
    }

    /// <summary>Gets what is known of this build. Everything must be in its place.</summary>
    /// <param name="openSince">Since when others may have changed the output.</param>
    public LastBuild Complete(DateTimeOffset openSince)
    {
        foreach (var (name, file) in _files)
        {
            if (Complete(file, openSince) is { } complete) _files[name] = complete;
            else _files.TryRemove(name, out _);
        }

        return new LastBuild(fingerprint, _files, _fragments);
    }

    private static ContentHash HashOf(HtmlFragment fragment)
    {
        var hash = ContentHash.Of(fragment.Utf8.Span);
        // In place of one that is empty, the content of the tag is shown.
        return fragment.IsEmpty ? hash with { First = ~hash.First } : hash;
    }

    /// <summary>Takes the stamps of what was written. What someone else may have changed before that, the next build reads.</summary>
    private BuiltFile? Complete(BuiltFile file, DateTimeOffset openSince)
    {
        var output = file.Output;
        if (output.Stamp == default)
        {
            if (FileStamp.Of(pathOf(file.Name)) is not { } stamp) return null;
            output = output with { Stamp = stamp, IsSettled = stamp.IsSettled(openSince) };
        }

        var twins = file.Twins.Select(twin => Complete(twin, openSince)).OfType<BuiltFile>().ToList();
        return twins.Count == file.Twins.Count ? file with { Output = output, Twins = twins } : null;
    }

    private BuiltFile? FindFile(BuiltFile known, SiteFile file)
    {
        var isRead = false;
        FileMark? source = null;
        if (known.Source is { } before)
        {
            if (before.FindAgain(file.Path) is not var (now, wasRead)) return null;
            (source, isRead) = (now, wasRead);
        }

        var path = pathOf(known.Name);
        // A build writes files; a link in place of one is not what it wrote.
        if (new FileInfo(path).LinkTarget is not null) return null;
        // Of a file that has been something else in between, the output may have been, too.
        return known.Output.FindAgain(path, isRead) is var (output, _)
            ? known with { Source = source, Output = output }
            : null;
    }

    private async Task<bool> IsSameAsync(WidgetCall call, SiteFile page, CancellationToken cancellationToken)
    {
        if (!_last!.Fragments.TryGetValue(call, out var before)) return false;
        try
        {
            var attributes = new WidgetAttributes(call.Widget, call.Business, call.Parameters);
            var fragment = await widgets.RenderAsync(page, attributes, cancellationToken);
            if (fragment.HasFailed || HashOf(fragment.Html) != before) return false;
            _fragments[call] = before;
            return true;
        }
        catch (SessionsWidgetsException)
        {
            // Building the page tells what is wrong, and where.
            return false;
        }
    }
}
