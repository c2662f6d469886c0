using PublicApiGenerator;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Pictures.Tests;

/// <summary>The public surface of the package: whatever changes in it shows up in a review.</summary>
public class PublicApiTests
{
    [Fact]
    public void Surface()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        var surface = typeof(PictureScalingBuilderExtensions).Assembly.GeneratePublicApi(options);
        Snapshot.Verify($"{surface}\n", "SessionsWidgets.Pictures", "txt");
    }
}
