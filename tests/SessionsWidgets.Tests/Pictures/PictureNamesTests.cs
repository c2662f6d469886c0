using System.Buffers.Text;

namespace SessionsWidgets.Tests.Pictures;

public class PictureNamesTests
{
    private const string Business = "0123456789ab";

    private static readonly PictureNames Names = new(new Secret("the-first-key-of-these-tests-0123456789-abcdefgh"));
    private static readonly PictureNames Others = new(new Secret("another-key-of-these-tests-0123456789-abcdefgh"));

    public static TheoryData<string> Addresses =>
    [
        "https://img.example.com/a.png", "http://127.0.0.1:8080/cdn/users/usr_1.png", "https://h.example.com/",
        "https://h.example.com/?q=a%20b", $"https://img.example.com/{new string('x', 141)}",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Read_WhatWasWritten_GivesThePicture(string address)
    {
        var picture = new PictureKey(address, Business);

        var name = Names.Write(picture).ShouldNotBeNull();

        name.Length.ShouldBeLessThanOrEqualTo(PictureNames.MaxLength);
        Names.Read(name).ShouldBe(picture);
        Names.Write(picture).ShouldBe(name, "the same picture has the same name from day to day");
        Others.Read(name).ShouldBeNull();
    }

    [Fact]
    public void Read_Scaled_GivesTheSize()
    {
        var picture = new PictureKey("https://img.example.com/a.png", Business, new PictureSize(88, 4096));

        Names.Read(Names.Write(picture)!).ShouldBe(picture);
        Names.Write(picture).ShouldNotBe(Names.Write(picture with { Size = null }));
    }

    [Fact]
    public void Write_TooLongOrNotAscii_HasNoName()
    {
        Names.Write(new PictureKey($"https://img.example.com/{new string('x', 142)}", Business)).ShouldBeNull();
        Names.Write(new PictureKey("https://img.example.com/ä.png", Business)).ShouldBeNull();
    }

    /// <summary>Each character is replaced by every other one that names may have, and by some that they may not.</summary>
    [Fact]
    public void Read_ANameChangedAnywhere_IsNone()
    {
        const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. %\r\n\0ä";
        var name = Names.Write(new PictureKey("https://img.example.com/ab.png", Business))!;

        for (var i = 0; i < name.Length; i++)
        {
            foreach (var c in Characters)
            {
                if (c == name[i]) continue;
                var changed = $"{name[..i]}{c}{name[(i + 1)..]}";
                Names.Read(changed).ShouldBeNull(changed);
            }

            Names.Read(name[..i]).ShouldBeNull();
            Names.Read(name.Insert(i, " ")).ShouldBeNull("decoding passes over white space");
        }

        foreach (var end in new[] { "=", "==", " ", "\n", "A", "AA", "AAA", ".png", "/" }) Names.Read(name + end).ShouldBeNull(end);
    }

    [Fact]
    public void Read_OtherBitsBehindTheLastByte_IsNone()
    {
        // 38 bytes have 2 bits over, that decoding does not look at.
        var name = Names.Write(new PictureKey("https://a.example.com/bc", Business))!;
        Base64Url.DecodeFromChars(name).Length.ShouldBe(39);
        name = Names.Write(new PictureKey("https://a.example.com/b", Business))!;
        var bytes = Base64Url.DecodeFromChars(name);
        bytes.Length.ShouldBe(38);
        var last = name[^1];
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var same = Alphabet.Where(c => c != last && Same(name[..^1] + c)).ToList();

        foreach (var c in same) Names.Read(name[..^1] + c).ShouldBeNull();

        bool Same(string text) => Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text).AsSpan().SequenceEqual(bytes);
    }

    [Fact]
    public void Read_RandomNames_AreNone()
    {
        var random = new Random(22);
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = new byte[random.Next(0, 190)];
            random.NextBytes(bytes);
            Names.Read(Base64Url.EncodeToString(bytes)).ShouldBeNull();
        }
    }
}
