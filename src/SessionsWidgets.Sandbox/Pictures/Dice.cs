namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>Choices that follow from a text alone (FNV-1a, then a linear step a choice). Not thread-safe.</summary>
internal sealed class Dice
{
    private uint _state = 2166136261;

    public Dice(string text)
    {
        foreach (char letter in text)
            _state = unchecked((_state ^ letter) * 16777619);
    }

    public int Below(int end)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 16) % (uint)end);
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
