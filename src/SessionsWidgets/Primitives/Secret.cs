using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>A key that can be handed in and used, but not read back: text, JSON and the debugger show <c>***</c>.</summary>
/// <remarks>Immutable and thread-safe. A string converts to it implicitly, so that configuration and code can assign one.</remarks>
[DebuggerDisplay("***")]
[TypeConverter(typeof(SecretTypeConverter))]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Takes a key in. White space around it is dropped.</summary>
    /// <exception cref="ParameterException">The key is empty or has characters that an HTTP header cannot carry. The message does not hold
    /// it.</exception>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        if (!IsValid(_value))
            throw new ParameterException("The key", Mask, "it must be non-empty visible ASCII without spaces, as HTTP headers carry it.");
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 8));
    }

    /// <summary>What identifies the key where the key itself must not stand: 16 hexadecimal digits of its SHA-256.</summary>
    internal string Fingerprint { get; }

    internal const string Mask = "***";

    /// <summary>Whether an HTTP header can carry a key.</summary>
    internal static bool IsValid(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Takes a key in.</summary>
    public static implicit operator Secret?(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Secret(value);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => Mask;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>The key itself; for the one place that puts it on a request.</summary>
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
