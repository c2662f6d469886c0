using System.Text;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.Tests.Pictures;

public class PictureHeaderTests
{
    private const int Tries = 20_000;

    public static TheoryData<int> Formats => [.. Enumerable.Range(0, SamplePictures.Formats.Count)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_EveryFormat_TellsItsTypeAndSize(int format)
    {
        var (contentType, create) = SamplePictures.Formats[format];
        foreach (var (width, height) in new[] { (1, 1), (320, 240), (4000, 3000), (16_383, 2) })
        {
            var header = PictureHeader.Read(create(width, height)).ShouldNotBeNull();
            header.Format.ContentType.ShouldBe(contentType);
            (header.Width, header.Height).ShouldBe((width, height));
            header.IsDecodable.ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_FarTooManyPixels_IsNotDecodable(int format)
    {
        var (_, create) = SamplePictures.Formats[format];

        PictureHeader.Read(create(16_000, 16_000)).ShouldNotBeNull().IsDecodable.ShouldBeFalse();
    }

    [Fact]
    public void Read_GifWithAFrameBeyondItsScreen_HasTheSizeOfTheFrame()
    {
        var header = PictureHeader.Read(SamplePictures.GifWithLargeFrame(60_000, 50_000)).ShouldNotBeNull();

        (header.Width, header.Height).ShouldBe((60_000, 50_000));
        header.IsDecodable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(8, 0)]
    [InlineData(-1, 8)]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(20_000, 1)]
    public void Read_ImpossibleSizes_AreNotDecodable(int width, int height) =>
        PictureHeader.Read(SamplePictures.Png(width, height)).ShouldNotBeNull().IsDecodable.ShouldBeFalse();

    [Theory]
    [InlineData("<svg>", true)]
    [InlineData("\uFEFF \n<svg\twidth='1'/>", true)]
    [InlineData("<?xml version='1.0'?><!-- <html> --><!DOCTYPE svg PUBLIC 'x' 'y'>\r\n<svg\r\n>", true)]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>", false)]
    [InlineData("<!DOCTYPE html><svg>", false)]
    [InlineData("<html><svg></svg></html>", false)]
    [InlineData("<svgx>", false)]
    [InlineData("<svg", false)]
    [InlineData("text <svg>", false)]
    [InlineData("<!-- <svg>", false)]
    [InlineData("", false)]
    public void Read_Text_IsSvgOnlyIfThatIsItsElement(string text, bool isSvg) =>
        (PictureHeader.Read(Encoding.UTF8.GetBytes(text))?.Format == PictureFormat.Svg).ShouldBe(isSvg);

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>")]
    [InlineData("{\"error\":404}")]
    [InlineData("RIFF....WAVEfmt ............................")]
    [InlineData("....ftypmp42....isommp42....................")]
    [InlineData("PNG")]
    public void Read_NoPicture_IsNull(string text) => PictureHeader.Read(Encoding.Latin1.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void Read_EveryLengthOfEveryFormat_NeverThrows()
    {
        foreach (var (_, create) in SamplePictures.Formats)
        {
            var bytes = create(300, 200);
            for (var length = 0; length <= bytes.Length; length++) PictureHeader.Read(bytes.AsSpan(0, length));
        }
    }

    [Fact]
    public void Read_RandomBytes_NeverThrowsAndStaysQuick()
    {
        var random = new Random(22);
        var all = SamplePictures.Formats.Select(f => f.Create(300, 200)).Append(SamplePictures.Svg).ToList();
        for (var i = 0; i < Tries; i++)
        {
            // Random from the first byte on, or a good file that is changed here and there.
            var bytes = i % 4 == 0 ? new byte[random.Next(200)] : [.. all[random.Next(all.Count)], .. new byte[random.Next(60)]];
            if (i % 4 == 0) random.NextBytes(bytes);
            else for (var changes = random.Next(1, 6); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            PictureHeader.Read(bytes);
        }
    }
}
