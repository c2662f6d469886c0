using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>The JSON of a person. Unknown fields are ignored.</summary>
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

/// <summary>The JSON of a venue.</summary>
internal sealed record WireVenue
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 32,
    AllowDuplicateProperties = false,
    Converters = [typeof(LenientTextConverter), typeof(LenientNumberConverter), typeof(LenientBooleanConverter)])]
[JsonSerializable(typeof(WireSession))]
[JsonSerializable(typeof(WireEvent))]
[JsonSerializable(typeof(WireCheckIn))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(WireCigar))]
[JsonSerializable(typeof(WireVenue))]
internal sealed partial class WireContext : JsonSerializerContext;

/// <summary>Reads an object that is part of an item, and anything else as null.</summary>
internal sealed class LenientPartConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return (T?)JsonSerializer.Deserialize(ref reader, typeof(T), WireContext.Default);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
}
