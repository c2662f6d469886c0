using SkiaSharp;

namespace SessionsWidgets.Pictures.Tests.Scaling;

public class JpegScansTests
{
    [Fact]
    public void Read_Jpeg_TellsItsPasses()
    {
        JpegScans.Read(Photo.Quarters(SKEncodedImageFormat.Jpeg, 64, 48)).ShouldBe(new JpegScans(1, IsSequential: true));
        JpegScans.Read(Photo.Noise(SKEncodedImageFormat.Jpeg, 200, 200, 90)).ShouldBe(new JpegScans(1, IsSequential: true));
        JpegScans.Read(Photo.InPasses(640, 480, 10)).ShouldBe(new JpegScans(10, IsSequential: false));
        JpegScans.Read(Photo.InPasses(640, 480, 33)).ShouldNotBeNull().IsDecodable.ShouldBeFalse();
    }

    [Fact]
    public void Read_PreviewWithinMetadata_IsNoPass()
    {
        var preview = Photo.Quarters(SKEncodedImageFormat.Jpeg, 16, 16);
        var photo = Photo.Quarters(SKEncodedImageFormat.Jpeg, 64, 48);
        byte[] segment = [0xFF, 0xE1, (byte)((preview.Length + 2) >> 8), (byte)(preview.Length + 2), .. preview];

        JpegScans.Read([.. photo[..2], .. segment, .. photo[2..]]).ShouldBe(new JpegScans(1, IsSequential: true));
    }

    [Fact]
    public void Read_CutOff_CountsWhatIsThere()
    {
        var photo = Photo.InPasses(64, 48, 3);
        for (var length = 0; length < photo.Length; length++)
            (JpegScans.Read(photo.AsSpan(0, length))?.Count ?? 0).ShouldBeInRange(0, 3);
        JpegScans.Read(Photo.Quarters(SKEncodedImageFormat.Png, 8, 8)).ShouldBeNull();
    }
}
