namespace SessionsWidgets.Sandbox.Data;

/// <summary>The sessions. Immutable and thread-safe.</summary>
internal sealed class SessionStore(IEnumerable<SeedSession> sessions)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<SeedSession> All { get; } =
        [.. sessions.OrderByDescending(session => session.CreatedAt).ThenByDescending(session => session.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SeedSession> Read(Owner owner, PageWindow window, bool featuredOnly) => window.Of(
        All.Where(session => IsOf(session, owner) && (!featuredOnly || session.Featured)), session => session.CreatedAt);

    private static bool IsOf(SeedSession session, Owner owner) => owner.Kind switch
    {
        OwnerKind.Venue => session.Venue?.Id == owner.Id,
        OwnerKind.Brand => session.Cigar?.Brand.Id == owner.Id,
        _ => session.Cigar?.Id == owner.Id,
    };
}
