namespace SessionsWidgets.Sandbox.Data;

/// <summary>Which part of a list is asked for: from (included) and before (excluded), then the page.</summary>
internal sealed record PageWindow(int Limit, int Offset, DateTimeOffset? From, DateTimeOffset? Before)
{
    /// <summary>The part of a list whose order is that of the answer.</summary>
    public IReadOnlyList<T> Of<T>(IEnumerable<T> items, Func<T, DateTimeOffset> time) =>
        [.. items.Where(item => !(time(item) < From) && !(time(item) >= Before)).Skip(Offset).Take(Limit)];
}
