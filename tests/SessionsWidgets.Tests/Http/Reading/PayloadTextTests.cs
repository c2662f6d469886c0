using System.Text;

namespace SessionsWidgets.Tests.Http.Reading;

public sealed class PayloadTextTests
{
    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":"\u00e9 \ud83d\ude00 \uD83D\uDE00 \n \\ \" é 😀"}""")]
    [InlineData("""{"a":"\\ud800"}""")]
    [InlineData("""{"a":"\ud80"}""")]
    [InlineData("""{"a":"\u+d80"}""")]
    [InlineData("""{"a":"\""")]
    [InlineData("\\")]
    [InlineData("")]
    public void Repair_NothingToRepair_GivesTheSameBytes(string json)
    {
        var bytes = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(json);
        PayloadText.Repair(bytes).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("""["\ud800"]""", """["\ufffd"]""")]
    [InlineData("""["\uDFFF"]""", """["\ufffd"]""")]
    [InlineData("""["\ude00\ud83d"]""", """["\ufffd\ufffd"]""")]
    [InlineData("""["\ud83d\ud83d\ude00"]""", """["\ufffd\ud83d\ude00"]""")]
    [InlineData("""["\ud83dx\ude00"]""", """["\ufffdx\ufffd"]""")]
    [InlineData("""["\\\ud800\\ud800"]""", """["\\\ufffd\\ud800"]""")]
    [InlineData("""{"\ud800":"\ud800\u0041"}""", """{"\ufffd":"\ufffd\u0041"}""")]
    public void Repair_LoneSurrogates_AreReplaced(string json, string repaired) =>
        Encoding.UTF8.GetString(PayloadText.Repair(Encoding.UTF8.GetBytes(json)).Span).ShouldBe(repaired);

    [Theory]
    [InlineData(new byte[] { 0xFF }, "\uFFFD")]
    [InlineData(new byte[] { 0xC3 }, "\uFFFD")]
    [InlineData(new byte[] { 0xC3, (byte)'(' }, "\uFFFD(")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "\uFFFD")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "\uFFFD\uFFFD")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\uFFFD\uFFFD\uFFFD")]
    public void Repair_BrokenUtf8_IsReplacedAndEndsAtTheQuote(byte[] broken, string repaired)
    {
        byte[] json = [.. "[\""u8, .. broken, .. "\",\"\\ud800\"]"u8];
        Encoding.UTF8.GetString(PayloadText.Repair(json).Span).ShouldBe($"[\"{repaired}\",\"\\ufffd\"]");
    }
}
