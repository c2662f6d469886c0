using System.Net;
using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Http.Reading;

/// <summary>Whatever a payload holds, reading it gives a result or a <see cref="PayloadException"/>.</summary>
public sealed class PayloadJsonTests
{
    private const int Rounds = 20_000;

    private static readonly GuestMask Mask = new(GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode, null);

    private static readonly (string Good, Action<byte[]> Read)[] Readers =
    [
        (
            Sessions.Everywhere("Jo Example").Insert(1, "\"links\":{\"next\":null},"),
            json => PageReader.Read(json, SessionList.Instance, default)),
        (
            Guests.Page([Guests.Item("a"), Guests.Item(null)], "/sessions?page=2", "\"meta\":{\"from\":1,\"to\":2}"),
            json => GuestSessionReader.Read(json, Mask)),
        ("""{"count":"12","meta":{"count":12},"links":{"next":null}}""", json => GuestCountReader.Read(json)),
        ($"[{Guests.Duration(Guests.Ip, 42)}]", json => GuestDurationReader.Read(json, [IPAddress.Parse(Guests.Ip)])),
    ];

    /// <summary>What is put into a payload: pieces of JSON, and of text that is none.</summary>
    private static readonly byte[][] Pieces =
    [
        "\\ud800"u8.ToArray(), "\\udc00"u8.ToArray(), "\\u"u8.ToArray(), "\\"u8.ToArray(), "\""u8.ToArray(), "\"\\ud800\":1,"u8.ToArray(),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0], "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(),
        ":"u8.ToArray(), "null"u8.ToArray(), "1e400"u8.ToArray(), "-"u8.ToArray(), "99999999999999999999"u8.ToArray(), "true"u8.ToArray(),
        "\"data\":1,"u8.ToArray(), "\"meta\":{\"\\ud800\":1},"u8.ToArray(), "\"count\":{},"u8.ToArray(),
    ];

    [Fact]
    public void Read_RandomDamage_GivesAResultOrSaysWhatIsWrong()
    {
        var random = new Random(12);
        var (read, refused) = (0, 0);
        foreach (var (good, reader) in Readers)
        {
            var bytes = Encoding.UTF8.GetBytes(good);
            for (var i = 0; i < Rounds; i++)
            {
                try
                {
                    reader(Damage(bytes, random));
                    read++;
                }
                catch (PayloadException e)
                {
                    // Not the last resort, which stands for a fault of the reader.
                    e.Message.ShouldNotContain("cannot be read");
                    refused++;
                }
            }
        }

        read.ShouldBeGreaterThan(Rounds / 10);
        refused.ShouldBeGreaterThan(Rounds);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"\ud801":2,"data":[]}""")]
    [InlineData("""{"data":[],"meta":{"\ud800":1}}""")]
    [InlineData("""{"data":[],"meta":{"limit":"\ud800","count":"\ud800"}}""")]
    [InlineData("""{"data":[],"links":{"\ud800":1,"next":"\ud800"}}""")]
    [InlineData("""{"data":[],"meta":"\ud800","links":["\ud800"]}""")]
    public void Read_NamesAndValuesThatAreNoText_MeanNothing(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        PageReader.Read(bytes, SessionList.Instance, default).Items.ShouldBeEmpty();
        GuestSessionReader.Read(bytes, GuestMask.Opaque).Sessions.ShouldBeEmpty();
        GuestCountReader.Read(Encoding.UTF8.GetBytes(json.Insert(1, "\"count\":5,"))).ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"data":[],"d\u0061ta":[]}""", "payload.duplicate_key")]
    [InlineData("<html>", "payload.not_json")]
    [InlineData("\n<html>", "payload.not_json")]
    [InlineData("""{"data":[""", "payload.invalid_json")]
    [InlineData("""{"data":["a","b",{}]}""", "payload.mostly_broken")]
    [InlineData("""{"data":[],"meta":{"count":3,"from":1,"to":3}}""", "payload.empty_but_counted")]
    [InlineData("""{"count":-1}""", "payload.shape")]
    public void Read_Refused_IsTheSameFaultForEverySource(string json, string fault)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Should.Throw<PayloadException>(() => PageReader.Read(bytes, SessionList.Instance, default)).Fault.Name.ShouldBe(fault);
        Should.Throw<PayloadException>(() => GuestSessionReader.Read(bytes, GuestMask.Opaque)).Fault.Name.ShouldBe(fault);
    }

    [Fact]
    public void Read_ReaderFails_IsAPayloadExceptionWithoutItsText()
    {
        Func<System.Text.Json.JsonElement, int> broken = _ => throw new InvalidOperationException("secret");
        var error = Should.Throw<PayloadException>(() => PayloadJson.Read("{}"u8.ToArray(), null, broken));
        (error.Fault, error.Message).ShouldBe((ApiFault.Shape, "the response cannot be read (InvalidOperationException)"));
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        var damaged = good.ToList();
        for (var i = random.Next(3); i >= 0; i--)
        {
            var at = random.Next(damaged.Count);
            damaged.RemoveRange(at, Math.Min(random.Next(3), damaged.Count - at));
            damaged.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
        }

        return [.. damaged];
    }
}
