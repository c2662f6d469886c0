namespace SessionsWidgets;

/// <summary>The base class of the widgets that query a list of the sessions API. Immutable.</summary>
public abstract record ListWidget : Widget
{
    /// <summary>The number of items to skip, 0 or more. Default: 0.</summary>
    public int Offset { get; init; }

    /// <summary>The first day, inclusive, of an item's creation or an event's start. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The last day, inclusive; not before <see cref="From"/>. Default: no bound.</summary>
    public Day? To { get; init; }

    /// <summary>The offset of the query; null if no item is skipped.</summary>
    internal int? QueryOffset => Offset == 0 ? null : Offset;
}
