using System.Net;
using System.Text.Json;

namespace SessionsWidgets.Sandbox.Tests.Endpoints;

public sealed class ErrorTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=x", "offset")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=18.07.2026", "from")]
    [InlineData("to=2026-7-1", "to")]
    [InlineData("from=2026-07-02&to=2026-07-01", "from")]
    [InlineData("featured=yes", "featured")]
    public async Task Parameter_Bad_Answers400NamingIt(string query, string parameter)
    {
        string[] lists =
        [
            "/venues/stogies-chapin/sessions", "/brands/marchetti/sessions", "/venues/stogies-chapin/events", "/brands/marchetti/events",
            "/venues/stogies-chapin/checkins",
        ];

        // Check-ins know no featured ones.
        foreach (string list in parameter == "featured" ? lists[..^1] : lists)
        {
            using HttpResponseMessage answer = await running.Client.GetAsync($"{list}?{query}");

            JsonElement error = await ErrorAsync(answer, HttpStatusCode.BadRequest);
            error.GetProperty("parameter").GetString().ShouldBe(parameter);
            error.GetProperty("message").GetString().ShouldStartWith(parameter);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upcoming")]
    [InlineData("live")]
    [InlineData("past&status=all")]
    public async Task Status_Bad_Answers400NamingIt(string status)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync("/venues/stogies-chapin/events?status=" + status);

        (await ErrorAsync(answer, HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("status");
    }

    [Theory]
    [InlineData("sessions?colour=red&status=live")]
    [InlineData("events?colour=red")]
    [InlineData("checkins?colour=red&status=live&featured=perhaps")]
    public async Task Parameter_Unknown_IsIgnored(string list) =>
        (await running.GetAsync("/venues/stogies-chapin/" + list)).GetProperty("data").GetArrayLength().ShouldBe(10);

    [Theory]
    [InlineData("/venues/nowhere/sessions")]
    [InlineData("/brands/stogies-chapin/sessions")]
    [InlineData("/cigars/cgr_10041/sessions")]
    [InlineData("/venues/nowhere/events")]
    [InlineData("/brands/stogies-chapin/events")]
    [InlineData("/cigars/cgr_10001/events")]
    [InlineData("/venues/nowhere/checkins")]
    [InlineData("/brands/marchetti/checkins")]
    [InlineData("/venues/stogies-chapin")]
    [InlineData("/")]
    public async Task Path_Unknown_Answers404(string path)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(path);

        (await ErrorAsync(answer, HttpStatusCode.NotFound)).GetProperty("code").GetString().ShouldBe("not_found");
    }

    [Theory]
    [InlineData("/venues/stogies-chapin/sessions")]
    [InlineData("/venues/stogies-chapin/events")]
    [InlineData("/venues/stogies-chapin/checkins")]
    public async Task Method_Wrong_Answers405(string path)
    {
        using HttpResponseMessage answer = await running.Client.DeleteAsync(path);

        (await ErrorAsync(answer, HttpStatusCode.MethodNotAllowed)).GetProperty("code").GetString().ShouldBe("method_not_allowed");
    }

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("error").Clone();
    }
}
