using System.Collections.Concurrent;
using Microsoft.Extensions.Internal;

namespace SessionsWidgets;

/// <summary>Keeps rendered fragments as long as they would be rendered the same. Thread-safe.</summary>
internal sealed class FragmentCache
{
    private readonly CachePolicy _policy;
    private readonly TimeProvider _clock;
    private readonly LastTime _time;
    private readonly BoundedMemoryStore<CachedFragment> _entries;

    private readonly ConcurrentDictionary<FragmentKey, Task> _rendering = new();

    /// <param name="policy">The limit in bytes, and how long results are used.</param>
    /// <param name="clock">The clock.</param>
    public FragmentCache(CachePolicy policy, TimeProvider clock)
    {
        (_policy, _clock) = (policy, clock);
        _time = new LastTime { UtcNow = clock.GetUtcNow() };
        _entries = new(policy.MaxFragmentBytes, _time, Telemetry.RejectedFragments);
    }

    /// <summary>The number of fragments.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets a fragment whose words are true; null if there is none.</summary>
    public CachedFragment? Find(FragmentKey key, TemplateSet templates)
    {
        var now = _time.UtcNow = _clock.GetUtcNow();
        return _entries.Get(key) is { } entry && entry.IsValid(templates, now) ? entry : null;
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
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var hasWaited = false; ; hasWaited = true)
        {
            if (Find(key, templates) is { } kept && kept.IsFrom(results.Stamped)) return kept.Fragment;
            var running = _rendering.GetOrAdd(key, own.Task);
            // Waits once: what cannot be kept is not rendered one after the other.
            if (running == own.Task || hasWaited) break;
            await running.WaitAsync(cancellationToken);
        }

        try
        {
            // The rendering before this one may have ended since the caller looked.
            if (Find(key, templates) is { } kept && kept.IsFrom(results.Stamped)) return kept.Fragment;
            var rendered = await render();
            Keep(key, rendered, templates, results);
            return rendered.Fragment;
        }
        finally
        {
            _rendering.TryRemove(new KeyValuePair<FragmentKey, Task>(key, own.Task));
            own.SetResult();
        }
    }

    /// <summary>Keeps a fragment if it may be kept.</summary>
    public void Keep(FragmentKey key, in RenderedFragment rendered, TemplateSet templates, QueryResultSet results)
    {
        if (rendered.ValidUntil is not { } until) return;
        // Not longer than pages get stale results without waiting.
        var limit = rendered.RenderedAt + _policy.FreshFor + _policy.StaleWhileRevalidate;
        RenderedQuery[] queries = [.. results.Stamped.Select(static query => new RenderedQuery(query))];
        _entries.Set(key, new(rendered.Fragment, templates, queries, rendered.RenderedAt, until), until < limit ? until : limit);
    }

    /// <summary>The time of the last lookup: to read the clock takes as long as to find an entry.</summary>
    private sealed class LastTime : ISystemClock
    {
        private long _ticks;

        public DateTimeOffset UtcNow
        {
            get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
            set => Volatile.Write(ref _ticks, value.UtcTicks);
        }
    }
}

/// <summary>A fragment, and when its words change by themselves; null for one that is not kept.</summary>
internal readonly record struct RenderedFragment(HtmlFragment Fragment, DateTimeOffset RenderedAt, DateTimeOffset? ValidUntil);
