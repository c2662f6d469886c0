namespace SessionsWidgets;

/// <summary>A time zone as a part of a key. The same object is the same zone: its hundreds of rules are not compared on every hit.
/// Immutable.</summary>
internal readonly record struct KeyZone(TimeZoneInfo Info)
{
    public bool Equals(KeyZone other) => ReferenceEquals(Info, other.Info) || Info.Equals(other.Info);

    public override int GetHashCode() => Info.GetHashCode();
}
