using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Writes and reads the names of pictures in URLs. A name holds the picture's address and a keyed hash of it, so that nobody can
/// make one up, and nothing has to be remembered. Immutable and thread-safe.</summary>
/// <remarks>Base64url of: 16 bytes of HMAC-SHA-256 over what follows; a byte of flags; 6 bytes of the business's hash; width and height as
/// 16-bit numbers if the picture is scaled; the address without its scheme.</remarks>
internal sealed class PictureNames(Secret key)
{
    /// <summary>The longest name: servers and proxies limit the segments of a path, many to 255 or 260 characters.</summary>
    public const int MaxLength = 240;

    private const int HashLength = 16;
    private const int FlagsAt = HashLength;
    private const int BusinessAt = FlagsAt + 1;
    private const int RestAt = BusinessAt + (PictureKey.BusinessLength / 2);
    private const int SizeLength = 2 * sizeof(ushort);
    private const byte IsScaled = 1;
    private const byte IsHttp = 2;
    private const byte Covers = 4;
    private const string Https = "https://";
    private const string Http = "http://";

    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal()), "SessionsWidgets pictures 1"u8);

    /// <summary>The name of a picture; null if it would be too long.</summary>
    public string? Write(PictureKey picture)
    {
        var isHttp = picture.Address.StartsWith(Http, StringComparison.Ordinal);
        var address = picture.Address.AsSpan(isHttp ? Http.Length : Https.Length);
        var addressAt = RestAt + (picture.Size is null ? 0 : SizeLength);
        var length = addressAt + address.Length;
        if (Base64Url.GetEncodedLength(length) > MaxLength || !Ascii.IsValid(address)) return null;
        Span<byte> bytes = stackalloc byte[length];
        bytes[FlagsAt] = (byte)((picture.Size is null ? 0 : IsScaled) | (isHttp ? IsHttp : 0));
        if (picture.Size is { Fit: PictureFit.Cover }) bytes[FlagsAt] |= Covers;
        Convert.FromHexString(picture.Business, bytes[BusinessAt..], out _, out _);
        if (picture.Size is { } size)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes[RestAt..], (ushort)size.Width);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(RestAt + sizeof(ushort))..], (ushort)size.Height);
        }

        Encoding.ASCII.GetBytes(address, bytes[addressAt..]);
        Hash(bytes[HashLength..], bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The picture of a name; null if the key did not write it, to the letter.</summary>
    public PictureKey? Read(string name)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        if (name.Length > MaxLength) return null;
        if (Base64Url.DecodeFromChars(name, buffer, out _, out var length) != OperationStatus.Done || length <= RestAt) return null;
        var bytes = buffer[..length];
        Span<byte> hash = stackalloc byte[HashLength];
        Hash(bytes[HashLength..], hash);
        if (!CryptographicOperations.FixedTimeEquals(hash, bytes[..HashLength])) return null;
        // Decoding passes over white space and unused bits.
        Span<char> canonical = stackalloc char[MaxLength];
        if (!Base64Url.TryEncodeToChars(bytes, canonical, out var written) || !canonical[..written].SequenceEqual(name)) return null;
        var flags = bytes[FlagsAt];
        PictureSize? size = null;
        var rest = bytes[RestAt..];
        if ((flags & IsScaled) != 0)
        {
            size = new(
                BinaryPrimitives.ReadUInt16BigEndian(rest),
                BinaryPrimitives.ReadUInt16BigEndian(rest[sizeof(ushort)..]),
                (flags & Covers) != 0 ? PictureFit.Cover : PictureFit.Contain);
            rest = rest[SizeLength..];
        }

        var scheme = (flags & IsHttp) != 0 ? Http : Https;
        return new PictureKey(scheme + Encoding.ASCII.GetString(rest), Convert.ToHexStringLower(bytes[BusinessAt..RestAt]), size);
    }

    private void Hash(ReadOnlySpan<byte> content, Span<byte> hash)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, content, full);
        full[..HashLength].CopyTo(hash);
    }
}
