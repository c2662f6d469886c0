namespace SessionsWidgets;

/// <summary>A time zone in a cache key. Equal by reference first, as comparing its hundreds of rules is slow. Immutable.</summary>
internal readonly record struct TimeZoneKey(TimeZoneInfo Info)
{
    public bool Equals(TimeZoneKey other) => ReferenceEquals(Info, other.Info) || Info.Equals(other.Info);

    public override int GetHashCode() => Info.GetHashCode();
}
