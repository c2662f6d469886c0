namespace SessionsWidgets;

/// <summary>A session as templates see it, at a point in time. Immutable.</summary>
internal sealed class SessionModel
{
    public SessionModel(SmokeSession session, WidgetContext context, string? cigarUrl)
    {
        Session = session;
        IsInProgress = context.Dates == DateStyle.Relative && session.IsInProgress(context.Time);
        User = new UserModel(session.User);
        Cigar = session.Cigar is { } cigar ? new CigarModel(cigar, cigarUrl) : null;
    }

    public SmokeSession Session { get; }

    public bool IsInProgress { get; }

    /// <summary>When the session is no longer in progress, if it is.</summary>
    public DateTimeOffset FreshUntil => IsInProgress ? Session.StartedAt!.Value + SmokeSession.MaxInProgress : DateTimeOffset.MaxValue;

    public UserModel User { get; }

    public CigarModel? Cigar { get; }

    /// <summary>When the first of the sessions is no longer in progress.</summary>
    public static DateTimeOffset EarliestFreshUntil(IEnumerable<SessionModel> sessions) =>
        sessions.Select(s => s.FreshUntil).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
}

/// <summary>A user as templates see one. Immutable.</summary>
internal sealed class UserModel(SessionUser user)
{
    private const int Tints = 5;

    public SessionUser User { get; } = user;

    public string Initials { get; } = SessionsWidgets.Initials.Of(user.DisplayName);

    public int Tint { get; } = (int)(StableHash.Of(user.Id ?? user.DisplayName) % Tints);
}

/// <summary>A cigar as templates see it, with the variants of its drawing. Immutable.</summary>
internal sealed class CigarModel
{
    private const int Shapes = 6;
    private const int Wrappers = 3;
    private const int Bands = 6;
    private const int Designs = 4;

    public CigarModel(SessionCigar cigar, string? urlPattern)
    {
        Cigar = cigar;
        Url = cigar.Id is { } id ? urlPattern?.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal) : null;
        var hash = StableHash.Of(cigar.Id ?? cigar.Name);
        Shape = (int)(hash % Shapes);
        Wrapper = (int)(hash / Shapes % Wrappers);
        Band = (int)(hash / (Shapes * Wrappers) % Bands);
        Design = (int)(hash / (Shapes * Wrappers * Bands) % Designs);
    }

    public SessionCigar Cigar { get; }

    public string? Url { get; }

    public int Shape { get; }

    public int Wrapper { get; }

    public int Band { get; }

    public int Design { get; }
}
