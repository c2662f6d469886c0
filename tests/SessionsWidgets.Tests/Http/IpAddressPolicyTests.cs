using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Http;

public class IpAddressPolicyTests
{
    public static TheoryData<string> NotPublic =>
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.0.0.2",
        "127.255.255.255",
        "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255",
        "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:192.168.1.1",
        "::ffff:100.64.0.1", "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:53aa:64c::1",
        "2001:2::1", "2001:10::1", "2001:20::1",
        "2001:db8::1", "2002:a00:1::1", "2002:7f00:1::1", "2002:c0a8:101::1", "2002:a9fe:a9fe::1", "3fff::1", "4000::1", "5f00::1",
        "fc00::1", "fd00::1", "fd12:3456:789a::1",
        "fdff:ffff::1", "fe80::1", "fe80::1%1", "febf::1", "fec0::1", "ff00::1", "ff02::1", "ff05::1:3",
    ];

    [Theory]
    [MemberData(nameof(NotPublic))]
    public void IsPublic_AddressOfNoPublicNetwork_IsFalse(string address) =>
        IpAddressPolicy.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.216.34")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("2002:808:808::1")]
    public void IsPublic_AddressOfThePublicInternet_IsTrue(string address) =>
        IpAddressPolicy.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1", "localhost", false, true)]
    [InlineData("::1", "localhost", false, true)]
    [InlineData("10.0.0.1", "localhost", true, false)]
    [InlineData("8.8.8.8", "localhost", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1", false, true)]
    [InlineData("127.0.0.1", "api.example.com", false, false)]
    [InlineData("10.0.0.1", "api.example.com", false, false)]
    [InlineData("10.0.0.1", "api.example.com", true, true)]
    [InlineData("8.8.8.8", "api.example.com", false, true)]
    public void IsAllowed_OfAHost_FollowsItsName(string address, string host, bool allowPrivate, bool allowed) =>
        IpAddressPolicy.IsAllowed(IPAddress.Parse(address), host, allowPrivate).ShouldBe(allowed);

    [Theory]
    [MemberData(nameof(NotPublic))]
    public async Task ConnectAsync_NameLeadsToNoPublicAddress_DialsNothing(string address)
    {
        var dialled = 0;
        var connector = new ApiConnector(new ManualClock(), allowPrivate: false)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]),
            Dial = (_, _) =>
            {
                dialled++;
                return ValueTask.FromResult(Stream.Null);
            },
        };
        var error = await Should.ThrowAsync<TransportException>(
            async () => await connector.ConnectAsync(new DnsEndPoint("api.example.com", 443), isProxy: false, isPlain: false, default));
        error.Fault.ShouldBe(ApiFault.BlockedAddress);
        dialled.ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "10.0.0.1:80")]
    [InlineData(false, null)]
    public async Task ConnectAsync_NotEncrypted_DialsPrivateAddressesOnly(bool allowPrivate, string? expected)
    {
        var dialled = new List<string>();
        var connector = new ApiConnector(new ManualClock(), allowPrivate)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")]),
            Dial = (to, _) =>
            {
                dialled.Add(to.ToString());
                return ValueTask.FromResult(Stream.Null);
            },
        };
        var connecting = async () => await connector.ConnectAsync(new DnsEndPoint("sessions", 80), isProxy: false, isPlain: true, default);
        if (expected is not null) await connecting();
        else (await Should.ThrowAsync<TransportException>(connecting)).Message.ShouldContain("http at a public address");
        dialled.ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public async Task ConnectAsync_SomeAddressesAreNotPublic_DialsTheOthers()
    {
        var dialled = new List<string>();
        var connector = new ApiConnector(new ManualClock(), allowPrivate: false)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Parse("8.8.8.8")]),
            Dial = (to, _) =>
            {
                dialled.Add(to.ToString());
                return ValueTask.FromResult(Stream.Null);
            },
        };
        await connector.ConnectAsync(new DnsEndPoint("api.example.com", 443), isProxy: false, isPlain: false, default);
        dialled.ShouldBe(["8.8.8.8:443"]);
    }

    [Fact]
    public async Task Handler_RequestToAPrivateAddress_ConnectsNowhere()
    {
        using var invoker =
            new HttpMessageInvoker(SocketsHandlerFactory.Create(new ApiConnector(TimeProvider.System, allowPrivate: false)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://10.255.255.1/");
        var error = await Should.ThrowAsync<HttpRequestException>(() => invoker.SendAsync(request, default));
        error.InnerException.ShouldBeOfType<TransportException>().Fault.ShouldBe(ApiFault.BlockedAddress);
    }
}
