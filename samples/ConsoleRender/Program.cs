using SessionsWidgets;

// The library call, without a container: a client, a business, a renderer. With the sandbox API on port 5081:
//   dotnet run --project samples/SandboxApi -- --urls http://127.0.0.1:5081
//   dotnet run --project samples/ConsoleRender
await using var client = new SessionsClient(new SessionsClientOptions
{
    ApiBaseUrl = new Uri(args.FirstOrDefault() ?? "http://127.0.0.1:5081"),
    ApiKey = Environment.GetEnvironmentVariable("SessionsWidgets__ApiKey") ?? "sandbox-key",
});
BusinessContext lounge = client.GetBusiness(BusinessType.Venue, "stogies-chapin");

var widgets = new WidgetRenderer(client);
HtmlFragment fragment = await widgets.RenderAsync(lounge, new RecentSmokes { Limit = 5, Layout = WidgetLayout.Grid });

Console.WriteLine(fragment);
Console.Error.WriteLine(
    $"{fragment.Origin}, {fragment.Utf8.Length} bytes, true until "
    + $"{fragment.FreshUntil:u}{(fragment.Error is { } error ? $": {error.Message}" : "")}");
