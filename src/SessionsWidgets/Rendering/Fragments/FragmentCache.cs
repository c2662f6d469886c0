using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Caches rendered fragments while rendering them again would give the same. Thread-safe.</summary>
internal sealed class FragmentCache
{
    private readonly CachePolicy _policy;
    private readonly TimeProvider _clock;
    private readonly BoundedMemoryStore<CachedFragment> _entries;

    private readonly ConcurrentDictionary<FragmentKey, Task<Outcome>> _rendering = new();

    /// <summary>Hashes of the keys that were rendered last, each in the place of its remainder.</summary>
    private readonly int[] _seen = new int[4096];

    /// <param name="policy">The limit in bytes, and how long results are used.</param>
    /// <param name="clock">The clock.</param>
    public FragmentCache(CachePolicy policy, TimeProvider clock)
    {
        (_policy, _clock) = (policy, clock);
        _entries = new(policy.MaxFragmentBytes, Telemetry.RejectedFragments);
    }

    /// <summary>The number of fragments.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets a fragment with valid text; null if there is none.</summary>
    public CachedFragment? Find(FragmentKey key, TemplateSet templates)
    {
        var now = _clock.GetUtcNow();
        return _entries.Get(key, now) is { } entry && entry.IsValid(templates, now) ? entry : null;
    }

    /// <summary>Gets the fragment of these results, or renders and keeps it. Of callers with the same key, one renders.</summary>
    /// <param name="key">The key.</param>
    /// <param name="results">The current results.</param>
    /// <param name="templates">The templates in use.</param>
    /// <param name="render">Renders the fragment.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask<HtmlFragment> GetOrRenderAsync(
        FragmentKey key, QueryResultSet results, TemplateSet templates, Func<ValueTask<RenderedFragment>> render,
        CancellationToken cancellationToken)
    {
        var own = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            if (Find(key, templates) is { } kept && kept.IsFrom(results.Stamped)) return kept.Fragment;
            var running = _rendering.GetOrAdd(key, own.Task);
            if (running == own.Task) break;
            var (isDone, last) = await running.WaitAsync(cancellationToken);
            if (last?.IsValid(templates, _clock.GetUtcNow()) == true && last.IsFrom(results.Stamped)) return last.Fragment;
            // Waits once: fragments that cannot be cached are rendered in parallel.
            if (isDone) break;
        }

        var outcome = new Outcome(IsDone: true, Entry: null);
        try
        {
            // The rendering before this one may have ended since the caller looked.
            if (Find(key, templates) is { } kept && kept.IsFrom(results.Stamped)) return kept.Fragment;
            var rendered = await render();
            outcome = outcome with { Entry = Keep(key, rendered, templates, results) };
            return rendered.Fragment;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Only this caller has left.
            outcome = outcome with { IsDone = false };
            throw;
        }
        finally
        {
            _rendering.TryRemove(new KeyValuePair<FragmentKey, Task<Outcome>>(key, own.Task));
            own.SetResult(outcome);
        }
    }

    /// <summary>Keeps a fragment if it may be kept, from the second rendering of its key on: some keys never come again.</summary>
    /// <returns>The entry; null if it may not be kept.</returns>
    public CachedFragment? Keep(FragmentKey key, in RenderedFragment rendered, TemplateSet templates, QueryResultSet results)
    {
        // Also where it is not kept: among many keys that are made up, only those that come again soon are known.
        ref var seen = ref _seen[(uint)key.GetHashCode() % _seen.Length];
        var isSeen = Interlocked.Exchange(ref seen, key.GetHashCode()) == key.GetHashCode();
        if (rendered.ValidUntil is not { } until) return null;
        RenderedQuery[] queries = [.. results.Stamped.Select(static query => new RenderedQuery(query))];
        var entry = new CachedFragment(rendered.Fragment, templates, queries, rendered.RenderedAt, until);
        var now = _clock.GetUtcNow();
        if (!isSeen && _entries.Get(key, now) is null) return entry;
        // Not longer than pages get stale results without waiting.
        var limit = rendered.RenderedAt + _policy.FreshFor + _policy.StaleWhileRevalidate;
        _entries.Set(key, entry, until < limit ? until : limit, now);
        return entry;
    }

    /// <summary>How a rendering ended: whether its caller stayed to the end, and the entry, kept or not.</summary>
    private readonly record struct Outcome(bool IsDone, CachedFragment? Entry);
}

/// <summary>A fragment, and when its words change by themselves; null for one that is not kept.</summary>
internal readonly record struct RenderedFragment(HtmlFragment Fragment, DateTimeOffset RenderedAt, DateTimeOffset? ValidUntil);
