namespace SessionsWidgets.Sandbox.Data.Events;

internal enum StatusFilter
{
    Upcoming,
    Past,
    All,
}

/// <summary>The events, which can be removed. Thread-safe.</summary>
internal sealed class EventStore(IEnumerable<DatedEvent> events, TimeProvider clock)
{
    private readonly Lock _lock = new();

    /// <summary>In the order in which they were entered: not that of their starts.</summary>
    public IReadOnlyList<DatedEvent> All { get; private set; } = [.. events];

    /// <summary>A page of a venue's or brand's events.</summary>
    public IReadOnlyList<DatedEvent> Read(Owner owner, PageWindow window, StatusFilter status, bool featuredOnly)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return window.Of(
            All.Where(e => IsOf(e.Seed, owner) && (!featuredOnly || e.Seed.Featured) && IsIn(status, e.OverAt <= now)), e => e.StartsAt);
    }

    /// <summary>Removes an event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            int count = All.Count;
            All = [.. All.Where(e => e.Id != id)];
            return All.Count < count;
        }
    }

    private static bool IsOf(SeedEvent seed, Owner owner) =>
        (owner.Kind == OwnerKind.Venue ? seed.Venue.Id : seed.Brand?.Id) == owner.Id;

    private static bool IsIn(StatusFilter status, bool isOver) => status switch
    {
        StatusFilter.Upcoming => !isOver,
        StatusFilter.Past => isOver,
        _ => true,
    };
}
