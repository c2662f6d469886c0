namespace SessionsWidgets;

internal sealed class RecentCheckInsModel : WidgetModel
{
    /// <summary>The number of places in the row of avatars. Where there are more people, the last place says how many more.</summary>
    private const int MaxFaces = 12;

    public RecentCheckInsModel(RecentCheckIns widget, IReadOnlyList<CheckIn> checkIns)
    {
        Options = widget;
        CheckIns = [.. checkIns.Select(c => new CheckInModel(c))];
        // Upstream need not say who somebody is: without an id, nobody is taken for someone else.
        People = [.. CheckIns.DistinctBy(c => c.CheckIn.User.Id is { } id ? (true, id) : (false, c.CheckIn.Id))];
        Faces = People.Count <= MaxFaces ? People : [.. People.Take(MaxFaces - 1)];
    }

    public override bool IsEmpty => CheckIns.Count == 0;

    public RecentCheckIns Options { get; }

    public IReadOnlyList<CheckInModel> CheckIns { get; }

    /// <summary>The newest check-in of each person.</summary>
    public IReadOnlyList<CheckInModel> People { get; }

    /// <summary>Those of the people whose avatars are in the row.</summary>
    public IReadOnlyList<CheckInModel> Faces { get; }
}

/// <summary>A check-in as templates see it. Immutable.</summary>
internal sealed class CheckInModel(CheckIn checkIn)
{
    public CheckIn CheckIn { get; } = checkIn;

    public UserModel User { get; } = new(checkIn.User);
}
