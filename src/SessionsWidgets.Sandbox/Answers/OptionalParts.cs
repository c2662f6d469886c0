using System.Text.Json;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>Writes parts that may have no value: as null or not at all, since the service promises neither.</summary>
internal readonly struct OptionalParts(Utf8JsonWriter json, bool leavesOut)
{
    public void Write(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
        else if (!leavesOut)
            json.WriteNull(name);
    }

    public void Write(string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else if (!leavesOut)
            json.WriteNull(name);
    }

    /// <summary>Starts an object and says so, or writes its absence.</summary>
    public bool Starts(string name, bool hasValue)
    {
        if (hasValue)
            json.WriteStartObject(name);
        else if (!leavesOut)
            json.WriteNull(name);
        return hasValue;
    }
}
