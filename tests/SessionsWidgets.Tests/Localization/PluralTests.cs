using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Localization;

/// <summary>The plural categories of every language in Unicode CLDR, against those of ICU.</summary>
public class PluralTests
{
    private const string Letters = "z12fm-";

    [Fact]
    public void CategoryOf_EveryLanguageOfCldr_IsThatOfIcu()
    {
        var lines = File.ReadLines(RepositoryFiles.PathOf("tests", "SessionsWidgets.Tests", "Localization", "plurals.txt"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')).ToList();
        var numbers = lines[0].Select(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var languages = 0;
        foreach (var line in lines.Skip(1))
        {
            foreach (var language in line.Skip(1))
            {
                languages++;
                string.Concat(numbers.Select(n => Letter(Plural.CategoryOf(n, language)))).ShouldBe(line[0], language);
            }
        }

        languages.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("pt", 0, "one")]
    [InlineData("pt-BR", 0, "one")]
    [InlineData("pt-PT", 0, "other")]
    [InlineData("PT-pt", 0, "other")]
    [InlineData("FR-ca", 0, "one")]
    [InlineData("ar-Arab-EG", 3, "few")]
    [InlineData("ar", long.MinValue, "few")]
    [InlineData("ar", -2, "two")]
    [InlineData("xx", 1, "one")]
    public void CategoryOf_TagOfAnyForm_GoesByItsLanguage(string tag, long count, string category) =>
        Plural.CategoryOf(count, tag).ShouldBe(category);

    private static char Letter(string category) => Letters[Plural.Categories.ToList().IndexOf(category)];
}
