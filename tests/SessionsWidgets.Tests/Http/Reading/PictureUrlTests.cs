namespace SessionsWidgets.Tests.Http.Reading;

/// <summary>Addresses of pictures: where the browsers of visitors may be led.</summary>
public class PictureUrlTests
{
    public static TheoryData<string> OfTheVisitorsMachine =>
    [
        "http://localhost/a.png", "https://localhost:8443/a.png", "https://LOCALHOST./a.png", "https://app.localhost/a.png",
        "http://127.0.0.1:631/a.png", "https://127.1/a.png", "https://2130706433/a.png", "https://0x7f.1/a.png", "https://0177.0.0.1/a.png",
        "https://[::1]/a.png", "https://[::ffff:127.0.0.1]/a.png", "https://127\u30020\u30020\u30021/a.png",
    ];

    public static TheoryData<string> OfPrivateNetworks =>
    [
        "https://192.168.1.1/a.png", "https://10.0.0.1/a.png", "https://172.16.0.1/a.png", "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/a.png", "https://0.0.0.0/a.png", "https://0/a.png", "https://0xc0a80101/a.png", "https://3232235777/a.png",
        "https://0300.0250.1.1/a.png", "https://[fd00::1]/a.png", "https://[fe80::1]/a.png", "https://[::]/a.png",
        "https://[::ffff:192.168.1.1]/a.png", "https://[64:ff9b::10.0.0.1]/a.png", "https://printer.local/a.png",
        "https://nas.local./a.png", "https://metadata.google.internal/a.png", "https://router.lan/a.png", "https://box.home.arpa/a.png",
        "https://intranet/a.png", "https://wiki.corp/a.png",
    ];

    /// <summary>What browsers read as addresses and <see cref="Uri"/> as names, and what has a user name.</summary>
    public static TheoryData<string> Misleading =>
    [
        "https://@evil.example/a.png", "https://:@evil.example/a.png", "https://cdn.example.com@evil.example/a.png",
        "https://cdn.example.com:443@evil.example/a.png", "https://cdn.example.com%2f@evil.example/a.png", "https://\\evil.example/a.png",
        "https:evil.example/a.png", "https:/evil.example/a.png", "//evil.example/a.png", "https://%31%32%37.0.0.1/a.png",
        "ftp://cdn.example.com/a.png", "https://1.2.3.4.5/a.png", "https://127.0.0.1./a.png", "https://0x/a.png",
        "https://\u0661\u0662\u0667.0.0.1/a.png", "https://999999999999/a.png",
    ];

    public static TheoryData<string> Public =>
    [
        "https://cdn.example.com/a.png", "https://cdn.example.com:8443/a.png?w=64#x", "https://93.184.216.34/a.png",
        "https://[2606:4700::1111]/a.png", "https://localhost.example.com/a.png", "https://notlocal.example/a.png",
        "https://internal.example.com/a.png", "https://cdn.example.com./a.png", "https://xn--bcher-kva.example/a.png",
    ];

    [Theory]
    [MemberData(nameof(OfTheVisitorsMachine))]
    public void Read_VisitorsMachine_IsForAnApiThereAlone(string text)
    {
        PictureUrl.Read(text, new PictureRules(AllowHttp: true, AllowPrivate: true)).ShouldBeNull();
        PictureUrl.Read(text, new PictureRules(AllowLoopback: true)).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(OfPrivateNetworks))]
    public void Read_PrivateNetwork_IsForHostsThatAllowIt(string text)
    {
        PictureUrl.Read(text, new PictureRules(AllowHttp: true, AllowLoopback: true)).ShouldBeNull();
        PictureUrl.Read(text, new PictureRules(AllowPrivate: true)).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Misleading))]
    public void Read_Misleading_IsDropped(string text) =>
        PictureUrl.Read(text, new PictureRules(AllowHttp: true, AllowLoopback: true)).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Public))]
    public void Read_PublicHost_IsKeptAsItIs(string text)
    {
        PictureUrl.Read(text, default)!.AbsoluteUri.ShouldBe(text);
        var http = text.Replace("https:", "http:", StringComparison.Ordinal);
        PictureUrl.Read(http, default).ShouldBeNull();
        PictureUrl.Read(http, new PictureRules(AllowHttp: true)).ShouldNotBeNull();
    }

    /// <summary>What browsers make of a host is what is judged and written.</summary>
    [Theory]
    [InlineData("https://b\u00FCcher.example/a.png", "https://xn--bcher-kva.example/a.png")]
    [InlineData("https://cdn\u3002example.com:8443/a.png?x=\u00e4", "https://cdn.example.com:8443/a.png?x=%C3%A4")]
    public void Read_HostOfOtherLetters_IsWrittenInAscii(string text, string expected) =>
        PictureUrl.Read(text, default)!.AbsoluteUri.ShouldBe(expected);

    [Fact]
    public void Read_AnyHost_IsAddressOrNameThatTheUrlBeginsWith()
    {
        const string Characters = "aZ0.x-_@:[]%/\\?#\u3002\uff11\u00ad\u200d\u017f";
        var random = new Random(1);
        for (var i = 0; i < 50_000; i++)
        {
            var host = string.Create(random.Next(1, 12), random, static (text, random) =>
            {
                foreach (ref var c in text) c = Characters[random.Next(Characters.Length)];
            });
            if (PictureUrl.Read($"https://{host}/", default) is not { } uri) continue;
            uri.AbsoluteUri.ShouldStartWith($"https://{uri.Host}");
            SafeUrl.IsSafe(uri.AbsoluteUri).ShouldBeTrue(uri.AbsoluteUri);
        }
    }
}
