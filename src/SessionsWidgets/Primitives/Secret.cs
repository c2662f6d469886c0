using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>A key that code can set and use, but not read back: text, JSON and the debugger show <c>***</c>.</summary>
/// <remarks>Immutable and thread-safe. A string converts to it. The options that contain it validate it.</remarks>
[DebuggerDisplay("***")]
[TypeConverter(typeof(SecretTypeConverter))]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Creates a secret.</summary>
    /// <param name="value">The key. White space around it is removed.</param>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 8));
    }

    /// <summary>Identifies the key in cache keys: 16 hexadecimal digits of its SHA-256.</summary>
    internal string Fingerprint { get; }

    internal const string Mask = "***";
    internal const string Allowed = "it must be visible ASCII without spaces, as HTTP headers carry it.";

    /// <summary>Whether an HTTP header can carry a key.</summary>
    internal static bool IsValid(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <exception cref="ParameterException">The key cannot be sent in an HTTP header. The message does not contain it.</exception>
    internal void Validate(string parameter)
    {
        if (!IsValid(_value)) throw new ParameterException(parameter, Mask, Allowed);
    }

    /// <summary>Converts a key; null or white space converts to null.</summary>
    /// <param name="value">The key.</param>
    public static implicit operator Secret?(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Secret(value);

    /// <summary>Returns <c>***</c>.</summary>
    public override string ToString() => Mask;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>Gets the key itself, for the request that sends it.</summary>
    internal string Reveal() => _value;

    private sealed class SecretTypeConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            (Secret?)(value as string);
    }

    private sealed class SecretJsonConverter : JsonConverter<Secret>
    {
        public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Mask);
    }
}
