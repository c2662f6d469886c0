using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport.Docs;
using YamlDotNet.RepresentationModel;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>Every YAML block is YAML, and the steps of workflows run known actions and commands that work.</summary>
public sealed partial class YamlBlockTests
{
    [Fact]
    public void Blocks_OfAllPages_AreMappings()
    {
        var blocks = DocBlocks.Of("yaml", "yml");
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks) Root(block).Children.ShouldNotBeEmpty(block.ToString());
    }

    [Fact]
    public async Task Workflows_OfAllPages_HaveStepsThatRun()
    {
        var workflows = DocBlocks.Of("yaml", "yml").Where(b => Root(b).Children.ContainsKey("jobs")).ToList();
        workflows.ShouldNotBeEmpty();
        foreach (var workflow in workflows)
        {
            var root = Root(workflow);
            root.Children.ShouldContainKey("on");
            foreach (var job in ((YamlMappingNode)root["jobs"]).Children.Values)
            {
                job["runs-on"].ToString().ShouldBe("ubuntu-latest");
                foreach (var step in ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>()) await ShouldWorkAsync(step, workflow);
            }
        }
    }

    private static async Task ShouldWorkAsync(YamlMappingNode step, DocBlock workflow)
    {
        if (step.Children.TryGetValue("uses", out var action))
        {
            Action().IsMatch(action.ToString()).ShouldBeTrue($"{workflow}: {action}");
            return;
        }

        if (step.Children.TryGetValue("env", out var variables))
        {
            foreach (var name in ((YamlMappingNode)variables).Children.Keys) name.ToString().ShouldStartWith("SessionsWidgets__");
        }

        var lines = step["run"].ToString();
        await using var run = new BlockRun(lines);
        foreach (var command in ShellCommand.In(lines)) await run.OfAsync(command);
    }

    private static YamlMappingNode Root(DocBlock block)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(block.Text);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    [GeneratedRegex(
        "^actions/(checkout|setup-node|setup-dotnet|cache|upload-pages-artifact|deploy-pages)@v[1-9]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();
}
