namespace SessionsWidgets.Tests.Widgets.Models;

public class InitialsTests
{
    [Theory]
    [InlineData("Jo Example", "JE")]
    [InlineData("Jo E.", "JE")]
    [InlineData("jo", "J")]
    [InlineData("Bartholomew Featherstone-Cholmondeley", "BF")]
    [InlineData("Émile van Øst", "ÉØ")]
    [InlineData("نورة ع.", "ن")]
    [InlineData("佐藤 美咲", "佐")]
    [InlineData("Ж. Example", "Ж")]
    [InlineData("(Jo) \"Example\"", "JE")]
    [InlineData("42 !", "")]
    public void Of_Name_GivesItsLetters(string name, string initials) => Initials.Of(name).ShouldBe(initials);
}
