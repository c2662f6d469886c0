namespace SessionsWidgets.Tests.Templates;

/// <summary>Standard Liquid, by the cases of the Golden Liquid suite.</summary>
public class GoldenTests
{
    private const string Absent = "(the suite is not there)";
    private const string AbsentMessage = "../shared/liquid/golden.json is not there.";

    /// <summary>The tags that statements of the library's own render.</summary>
    private static readonly string[] OwnTags =
        ["if tag", "unless tag", "case tag", "for tag", "cycle tag", "capture tag", "render tag", "include tag"];

    public static TheoryData<string> Names => [.. GoldenSuite.Cases.Keys.DefaultIfEmpty(Absent)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Case_OfTheSuite_GivesItsResultUnlessItIsAKnownDifference(string name)
    {
        Skip.If(name == Absent, AbsentMessage);
        var difference = GoldenSuite.Cases[name].Difference();

        if (KnownDifferences.All.ContainsKey(name)) difference.ShouldNotBeNull("It passes: take it out of the known differences.");
        else difference.ShouldBeNull();
    }

    [SkippableFact]
    public void KnownDifferences_OfTheSuite_AreFew()
    {
        Skip.If(GoldenSuite.Cases.Count == 0, AbsentMessage);

        KnownDifferences.All.Keys.ShouldBeSubsetOf(GoldenSuite.Cases.Keys);
        (GoldenSuite.Cases.Count - KnownDifferences.All.Count).ShouldBeGreaterThanOrEqualTo(480);
        KnownDifferences.All.Keys.Count(name => GoldenSuite.Cases[name].Tags.Intersect(OwnTags).Any()).ShouldBeLessThanOrEqualTo(10);
    }
}
