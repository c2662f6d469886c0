namespace SessionsWidgets;

/// <summary>The cigars of recent sessions as cards, the most smoked first.</summary>
public sealed record CigarCards : SmokesWidget
{
    /// <summary>The maximum number of cards, 1 to 100. Default: 4.</summary>
    public int Limit { get; init; } = 4;

    /// <summary>The number of sessions to count, 1 to 1000; the widget shows it. Default: 100.</summary>
    public int Sample { get; init; } = 100;
}
