namespace SessionsWidgets;

/// <summary>Cards of the cigars that were smoked, the most smoked first.</summary>
public sealed record CigarCards : SmokesWidget
{
    /// <summary>How many cards at most: 1 to 100. Default: 4.</summary>
    public int Limit { get; init; } = 4;

    /// <summary>How many sessions are considered: 1 to 1000. Default: 100. The widget says so.</summary>
    public int Sample { get; init; } = 100;
}
