using System.Net;
using System.Text.Json;

namespace SessionsWidgets.Samples.Sandbox.Tests.Endpoints;

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
        foreach (string business in (string[])["/venues/stogies-chapin", "/brands/marchetti"])
        {
            using HttpResponseMessage answer = await running.Client.GetAsync($"{business}/sessions?{query}");

            JsonElement error = await ErrorAsync(answer, HttpStatusCode.BadRequest);
            error.GetProperty("parameter").GetString().ShouldBe(parameter);
            error.GetProperty("message").GetString().ShouldStartWith(parameter);
        }
    }

    [Fact]
    public async Task Parameter_Unknown_IsIgnored() =>
        (await running.GetAsync("/venues/stogies-chapin/sessions?colour=red")).GetProperty("data").GetArrayLength().ShouldBe(10);

    [Theory]
    [InlineData("/venues/nowhere/sessions")]
    [InlineData("/brands/stogies-chapin/sessions")]
    [InlineData("/cigars/cgr_10041/sessions")]
    [InlineData("/venues/stogies-chapin")]
    [InlineData("/")]
    public async Task Path_Unknown_Answers404(string path)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(path);

        (await ErrorAsync(answer, HttpStatusCode.NotFound)).GetProperty("code").GetString().ShouldBe("not_found");
    }

    [Fact]
    public async Task Method_Wrong_Answers405()
    {
        using HttpResponseMessage answer = await running.Client.DeleteAsync("/venues/stogies-chapin/sessions");

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
