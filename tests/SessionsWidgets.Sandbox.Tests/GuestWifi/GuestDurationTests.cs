using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SessionsWidgets.Sandbox.Tests.GuestWifi;

public sealed class GuestDurationTests(RunningGuestWifi running) : IClassFixture<RunningGuestWifi>
{
    [Fact]
    public async Task Duration_OneAddress_AnswersAnObject()
    {
        JsonElement online = (await running.AllAsync("&online=true"))
            .Find(session => session.GetProperty("guest_device_ip").GetString() == "10.1.1.5");
        DateTimeOffset start = DateTimeOffset.Parse(online.GetProperty("start_time").GetString()!, CultureInfo.InvariantCulture);

        JsonElement duration = await running.GetAsync("/sessions/10.1.1.5");

        duration.EnumerateObject().Select(part => part.Name).ShouldBe(["ip_address", "username", "name", "email", "duration"]);
        duration.GetProperty("ip_address").GetString().ShouldBe("10.1.1.5");
        duration.GetProperty("username").GetString()!.Length.ShouldBe(8);
        duration.GetProperty("name").GetString().ShouldEndWith(" Example");
        duration.GetProperty("email").GetString().ShouldEndWith("@example.com");
        duration.GetProperty("duration").GetInt64().ShouldBe((long)(RunningSandbox.Now - start).TotalSeconds);
    }

    [Fact]
    public async Task Duration_SeveralAddresses_AnswersAnArrayOfTheKnownOnes()
    {
        JsonElement durations = await running.GetAsync("/sessions/127.0.0.1,192.0.2.1,10.1.1.5,10.1.1.5");

        durations.EnumerateArray().Select(duration => duration.GetProperty("ip_address").GetString()).ShouldBe(["127.0.0.1", "10.1.1.5"]);
    }

    [Fact]
    public async Task Duration_SeveralUnknownAddresses_AnswersAnEmptyArray() =>
        (await running.GetAsync("/sessions/192.0.2.1,192.0.2.2")).GetRawText().ShouldBe("[]");

    [Theory]
    [InlineData("192.0.2.1", HttpStatusCode.NotFound)]
    [InlineData("nobody", HttpStatusCode.BadRequest)]
    [InlineData("10.1.1.5,", HttpStatusCode.BadRequest)]
    [InlineData("10.1.1.5,x", HttpStatusCode.BadRequest)]
    public async Task Duration_NothingToAnswer_IsRefused(string addresses, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(new Uri($"{running.Root}/sessions/{addresses}"));

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task Duration_ManyAddresses_TakesAHundred(int count, HttpStatusCode status)
    {
        string addresses =
            string.Join(',', Enumerable.Range(2, count).Select(last => string.Create(CultureInfo.InvariantCulture, $"10.1.1.{last}")));

        using HttpResponseMessage answer = await running.Client.GetAsync(new Uri($"{running.Root}/sessions/{addresses}"));

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Duration_LaterAsked_GrowsWhileOnline()
    {
        var own = new RunningGuestWifi();
        await own.InitializeAsync();
        long before = (await own.GetAsync("/sessions/127.0.0.1")).GetProperty("duration").GetInt64();

        own.Clock.Advance(TimeSpan.FromMinutes(5));

        (await own.GetAsync("/sessions/127.0.0.1")).GetProperty("duration").GetInt64().ShouldBe(before + 300);
        await own.DisposeAsync();
    }
}
