namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A fixed set of <see cref="TagName"/>s. Not generic, so that it is compiled ahead of time.</summary>
internal sealed class NameSet
{
    private readonly ulong[] _slots;

    /// <param name="names">The names, separated by spaces.</param>
    public NameSet(string names)
    {
        var all = names.Split(' ');
        _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)all.Length * 2)];
        foreach (var name in all)
        {
            var hash = TagName.Of(name);
            var slot = (int)hash & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = hash;
        }
    }

    public bool Contains(ulong name)
    {
        for (var slot = (int)name & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == name) return true;
        }

        return false;
    }
}
