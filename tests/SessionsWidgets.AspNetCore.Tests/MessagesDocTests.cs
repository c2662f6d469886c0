using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SessionsWidgets.AspNetCore.Tests.Notices;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The rows of docs/messages.md that a site says.</summary>
public sealed class MessagesDocTests
{
    public static TheoryData<string, string> Starts => Rows("Start of a site");

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Start_OfEachRow_SaysTheMessage(string input, string message)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            input.Split(' ').Select(Setting).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        await using var site = builder.Build();

        var error = await Should.ThrowAsync<Exception>(() => site.StartAsync());

        (error is OptionsValidationException or ParameterException).ShouldBeTrue(error.ToString());
        MessageTable.IsIn(error.Message, message).ShouldBeTrue($"{message}\n\nwas:\n\n{error.Message}");
    }

    public static TheoryData<string, string> Refusals => Rows("What the API refuses");

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Page_OfEachRow_SaysTheMessageInDevelopmentOnly(string input, string message)
    {
        foreach (var environment in (string[])["Development", "Production"])
        {
            var isStatus = int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var status);
            await using var site = await NoticeSite.StartAsync(environment, isStatus ? [] : [Setting(input)]);
            if (isStatus) site.Answer(new StatusFault { Status = status });

            var page = await site.TextAsync(NoticeSite.Tag);

            MessageTable.IsIn(page, message).ShouldBe(environment == "Development", $"{message}\n\nwas:\n\n{page}");
            // What depends on settings comes after it.
            var beginning = message[..(message.IndexOf(')', StringComparison.Ordinal) is >= 0 and var end ? end + 1 : message.Length)];
            site.Log.Entries.ShouldContain(e => MessageTable.IsIn(e.Text, beginning), $"{beginning} is in the log");
        }
    }

    public static TheoryData<string, string> Addresses => Rows("Addresses of widgets");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Address_OfEachRow_SaysTheMessage(string input, string message)
    {
        await using var site = await NoticeSite.StartAsync("Production");

        using var response = await site.Http.GetAsync(new Uri(input, UriKind.Relative));

        ((int)response.StatusCode).ShouldBeOneOf(400, 404);
        var text = await response.Content.ReadAsStringAsync();
        MessageTable.IsIn(text, message).ShouldBeTrue($"{message}\n\nwas:\n\n{text}");
    }

    private static (string Key, string Value) Setting(string text) => text.Split('=', 2) is [var key, var value]
        ? (key, value)
        : throw new InvalidOperationException($"'{text}' is no setting.");

    private static TheoryData<string, string> Rows(string section)
    {
        var data = new TheoryData<string, string>();
        foreach (var (input, message) in MessageTable.Rows(section)) data.Add(input, message);
        return data;
    }
}
