using System.Reflection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The public surface of the libraries: whatever changes in it shows up in a review.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["SessionsWidgets", "SessionsWidgets.AspNetCore"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Surface(string name)
    {
        var types = Assembly.Load(name).GetExportedTypes().Where(t => t.DeclaringType is null).OrderBy(t => t.FullName, StringComparer.Ordinal);
        Snapshot.Verify(string.Join("\n", types.Select(Describe)), name, "txt");
    }

    private static string Describe(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMembers(Own)
            .Where(m => m is not MethodBase { IsSpecialName: true } || m is ConstructorInfo || m.Name.StartsWith("op_", StringComparison.Ordinal))
            // What a record declares by itself says nothing.
            .Where(m => m.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "op_Equality" or "op_Inequality" or "value__"))
            .Select(m => $"  {m}")
            .Order(StringComparer.Ordinal);
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : "class";
        return $"{kind} {type.FullName}\n{string.Join('\n', members)}\n";
    }
}
