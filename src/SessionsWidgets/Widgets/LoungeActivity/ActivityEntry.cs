namespace SessionsWidgets;

/// <summary>A row of <see cref="LoungeActivity"/>: a smoke or a check-in. Immutable.</summary>
internal sealed record ActivityEntry
{
    public required DateTimeOffset? CreatedAt { get; init; }

    public required UserModel User { get; init; }

    public CigarModel? Cigar { get; init; }

    public bool IsInProgress { get; init; }

    public bool IsCheckIn { get; init; }

    /// <summary>The newest of both.</summary>
    public static IReadOnlyList<ActivityEntry> Newest(IReadOnlyList<SessionModel> sessions, IReadOnlyList<CheckIn> checkIns, int limit) =>
    [
        .. sessions.Select(Of).Concat(checkIns.Take(limit).Select(Of))
            .OrderByDescending(static entry => entry.CreatedAt ?? DateTimeOffset.MinValue)
            .Take(limit),
    ];

    private static ActivityEntry Of(SessionModel session) => new()
    {
        CreatedAt = session.Session.CreatedAt, User = session.User, Cigar = session.Cigar, IsInProgress = session.IsInProgress,
    };

    private static ActivityEntry Of(CheckIn checkIn) => new()
    {
        CreatedAt = checkIn.CreatedAt, User = new UserModel(checkIn.User), IsCheckIn = true,
    };
}
