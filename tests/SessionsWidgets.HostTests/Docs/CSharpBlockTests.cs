using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.HostTests.Docs;

/// <summary>Every C# block of every page compiles without a warning and runs, over a sandbox.</summary>
public sealed class CSharpBlockTests
{
    private const string Key = "Environment.GetEnvironmentVariable(\"SessionsWidgets__ApiKey\")";

    public static TheoryData<string, string> Blocks
    {
        get
        {
            // What stands on several pages runs once.
            var blocks = new TheoryData<string, string>();
            foreach (var block in DocBlocks.Of("csharp").DistinctBy(b => b.Text)) blocks.Add(block.ToString(), block.Text);
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_OfAPage_CompilesAndRuns(string block, string text)
    {
        await using var values = await BlockValues.StartAsync();
        var run = CSharpBlock.Compile(
            Here(text, values.Sandbox), DocBlocks.On(block.Split(':')[0], "csharp").Select(b => Here(b.Text, values.Sandbox)));
        // It runs until it is stopped: samples/NativeApi is the same program, which its tests start.
        if (text.Contains("app.Run();", StringComparison.Ordinal)) return;

        await run(values);
        if (text.Contains("[Fact]", StringComparison.Ordinal)) await TestAsync(run.Method.Module.Assembly);

        if (text.Contains("Console.", StringComparison.Ordinal)) values.Output.ToString().ShouldNotBeEmpty(block);
        if (text.Contains("app.Map", StringComparison.Ordinal)) await ShouldHaveEndpointsAsync(values);
        // A block that builds its site itself has no builder left.
        if (values.Built is null && text.Contains("builder.", StringComparison.Ordinal)) await ShouldStartAsync(values);
    }

    /// <summary>A block with the API and the site that are here.</summary>
    private static string Here(string text, SandboxApi sandbox) => text
        .Replace("https://api.boxpressd.com", sandbox.BaseUrl.AbsoluteUri, StringComparison.Ordinal)
        .Replace("builder.Build()", "values.Build()", StringComparison.Ordinal)
        .Replace(Key, $"\"{sandbox.ApiKey}\"", StringComparison.Ordinal)
        .Replace("new WebApplicationFactory<Program>()", $"new {typeof(BlockFactory).FullName}()", StringComparison.Ordinal);

    /// <summary>Runs the tests of a block.</summary>
    private static async Task TestAsync(Assembly block)
    {
        var tests = block.GetExportedTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FactAttribute>() is not null);
        foreach (var test in tests) await (Task)test.Invoke(Activator.CreateInstance(test.DeclaringType!), null)!;
    }

    private static async Task ShouldHaveEndpointsAsync(BlockValues values)
    {
        await values.App.StartAsync();
        ((IEndpointRouteBuilder)values.App).DataSources.SelectMany(d => d.Endpoints).ShouldNotBeEmpty();
        await values.App.StopAsync();
    }

    /// <summary>The settings are checked at the start.</summary>
    private static async Task ShouldStartAsync(BlockValues values)
    {
        await using var host = values.Builder.Build();
        await host.StartAsync();
        if (values.Builder.Services.Any(s => s.ServiceType == typeof(WidgetRenderer)))
            host.Services.GetRequiredService<WidgetRenderer>().Catalog.Definitions.ShouldNotBeEmpty();
        await host.StopAsync();
    }
}
