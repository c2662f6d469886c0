namespace SessionsWidgets;

/// <summary>A time zone in a cache key. Equal by reference first, as comparing its hundreds of rules is slow. Immutable.</summary>
internal readonly record struct KeyZone(TimeZoneInfo Info)
{
    public bool Equals(KeyZone other) => ReferenceEquals(Info, other.Info) || Info.Equals(other.Info);

    public override int GetHashCode() => Info.GetHashCode();
}
