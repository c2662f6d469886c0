using System.Collections.Concurrent;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Keeps compiled partials for other templates that call them, so that what several templates share is compiled once. What
/// is kept counts only while the loader gives the same sources and the options are otherwise the same. Thread-safe.
/// </summary>
public sealed class LiquidPartialCache
{
    private const int MostKept = 1024;

    private readonly ConcurrentDictionary<(string Name, HtmlState Place), Kept> _kept = new();

    /// <param name="partial">A partial without errors that does not call itself.</param>
    /// <param name="options">What it was compiled with, without the loader.</param>
    internal void Add(Partial partial, LiquidOptions options)
    {
        var key = (partial.Name, partial.Start);
        if (_kept.TryGetValue(key, out var kept) && kept.Partial == partial) return;

        // What does not fit is compiled again, as without a cache.
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[key] = new Kept(partial, WithAllItCalls(partial), options);
    }

    /// <summary>A partial with all that it calls, the partial itself first; empty when it is not kept.</summary>
    internal Partial[] Find(string name, string text, in HtmlState place, LiquidOptions options, ITemplateLoader loader)
    {
        if (!_kept.TryGetValue((name, place), out var kept) || kept.Partial.Source.Text != text) return [];
        if (kept.Options != options) return [];
        foreach (var called in kept.All)
        {
            if (called != kept.Partial && loader.Load(called.Name) != called.Source.Text) return [];
        }

        return kept.All;
    }

    private static Partial[] WithAllItCalls(Partial partial)
    {
        var all = new List<Partial> { partial };
        var seen = new HashSet<Partial> { partial };
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var called in all[i].Calls)
            {
                if (seen.Add(called)) all.Add(called);
            }
        }

        return [.. all];
    }

    private sealed record Kept(Partial Partial, Partial[] All, LiquidOptions Options);
}
