using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>The JSON of a session. Unknown fields are ignored.</summary>
internal sealed record WireSession
{
    public string? Id { get; init; }

    public string? CreatedAt { get; init; }

    public string? StartedAt { get; init; }

    public string? EndedAt { get; init; }

    public double? DurationSeconds { get; init; }

    public double? Rating { get; init; }

    public string? Note { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireUser>))]
    public WireUser? User { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireCigar>))]
    public WireCigar? Cigar { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireVenue>))]
    public WireVenue? Venue { get; init; }
}

internal sealed record WireUser
{
    public string? Id { get; init; }

    public string? DisplayName { get; init; }

    [JsonPropertyName("display_name")]
    public string? DisplayNameInSnakeCase { get; init; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; init; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; init; }

    public string? AvatarUrl { get; init; }
}

internal sealed record WireCigar
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? BrandName { get; init; }

    public string? ImageUrl { get; init; }
}

internal sealed record WireVenue
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 32,
    AllowDuplicateProperties = false,
    Converters = [typeof(LenientTextConverter), typeof(LenientNumberConverter)])]
[JsonSerializable(typeof(WireSession))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(WireCigar))]
[JsonSerializable(typeof(WireVenue))]
internal sealed partial class SessionWireContext : JsonSerializerContext;

/// <summary>Reads an object that is part of a session, and anything else as null.</summary>
internal sealed class LenientPartConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return (T?)JsonSerializer.Deserialize(ref reader, typeof(T), SessionWireContext.Default);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
}
