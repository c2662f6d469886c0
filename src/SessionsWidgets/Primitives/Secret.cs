using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>A key that can be assigned and used, but not read: text, JSON and the debugger show <c>***</c>.</summary>
/// <remarks>Immutable and thread-safe. Converts implicitly from a string.</remarks>
[DebuggerDisplay("***")]
[TypeConverter(typeof(SecretTypeConverter))]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Creates a secret; white space around the key is trimmed.</summary>
    /// <exception cref="ParameterException">The key is empty or not valid in an HTTP header. The message does not hold it.</exception>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        if (!IsValid(_value))
            throw new ParameterException("The key", Mask, "it must be non-empty visible ASCII without spaces, as HTTP headers carry it.");
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 8));
    }

    /// <summary>A fingerprint for logs and hashes: 16 hexadecimal digits of the key's SHA-256.</summary>
    internal string Fingerprint { get; }

    internal const string Mask = "***";

    /// <summary>Whether an HTTP header can carry a key.</summary>
    internal static bool IsValid(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Creates a secret; null for an empty string.</summary>
    public static implicit operator Secret?(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Secret(value);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => Mask;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>The key in clear, for the request only.</summary>
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
