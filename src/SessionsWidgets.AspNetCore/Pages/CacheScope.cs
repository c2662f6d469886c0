namespace SessionsWidgets.AspNetCore;

/// <summary>The content of a <c>&lt;cache&gt;</c> or <c>&lt;distributed-cache&gt;</c> that is being rendered.</summary>
/// <remarks>Flows into partials, view components and components, as they run inside the tag.</remarks>
internal sealed class CacheScope
{
    private static readonly AsyncLocal<CacheScope?> Innermost = new();

    private readonly CacheScope? _outer = Innermost.Value;
    private readonly string _tag;
    private readonly string[] _query;
    private bool _ended;

    private CacheScope(string tag, string? query)
    {
        _tag = tag;
        _query = query?.Split(',', StringSplitOptions.TrimEntries) ?? [];
    }

    private static CacheScope? Current
    {
        get
        {
            var scope = Innermost.Value;
            while (scope is { _ended: true }) scope = scope._outer;
            return scope;
        }
    }

    /// <summary>Why a widget that is not for everyone cannot be written now; null if it can.</summary>
    public static string? Refusal => Current is { _tag: var tag }
        ? $"it is not for everyone, and <{tag}> stores its content and serves it to other visitors: put the widget outside <{tag}>."
        : null;

    /// <param name="tag">The name of the tag.</param>
    /// <param name="query">The query parameters by which its content varies, separated by commas.</param>
    public static void Begin(string tag, string? query) => Innermost.Value = new CacheScope(tag, query);

    /// <summary>Finds a tag around that stores the same content for all values of a query parameter; null if there is none.</summary>
    public static string? FindWithout(string parameter)
    {
        for (var scope = Current; scope is not null; scope = scope._outer)
        {
            if (!scope._ended && !scope._query.Contains(parameter, StringComparer.OrdinalIgnoreCase)) return scope._tag;
        }

        return null;
    }

    /// <remarks>Marked in the scope itself: the tag's own continuation may have the older execution context.</remarks>
    public static void End()
    {
        if (Current is { } scope) scope._ended = true;
    }
}
