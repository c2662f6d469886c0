namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>An event with its id and its dates. Immutable.</summary>
internal sealed class DatedEvent
{
    /// <param name="id">The id.</param>
    /// <param name="seed">What it says.</param>
    /// <param name="now">The time that its day is counted from.</param>
    public DatedEvent(string id, SeedEvent seed, DateTimeOffset now)
    {
        (Id, Seed) = (id, seed);
        (StartsAt, EndsAt, OverAt) = seed.Times(now);
    }

    public string Id { get; }

    public SeedEvent Seed { get; }

    public DateTimeOffset StartsAt { get; }

    public DateTimeOffset? EndsAt { get; }

    /// <summary>From when on it is over.</summary>
    public DateTimeOffset OverAt { get; }

    /// <summary>Whether parts without a value are missing from the JSON rather than null.</summary>
    public bool LeavesOut => int.Parse(Id.AsSpan(Id.IndexOf('_', StringComparison.Ordinal) + 1), provider: null) % 2 == 1;
}
