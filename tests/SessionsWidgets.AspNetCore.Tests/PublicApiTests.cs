using System.Reflection;
using PublicApiGenerator;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The public surface of the libraries: whatever changes in it shows up in a review.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["SessionsWidgets", "SessionsWidgets.AspNetCore", "SessionsWidgets.Sandbox"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Surface(string name)
    {
        var surface = Assembly.Load(name).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
        Snapshot.Verify($"{surface}\n", name, "txt");
    }
}
