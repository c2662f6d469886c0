using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>
/// Templates reach nothing but what is registered, so the engine needs no reflection, no run-time binding and no code made at
/// run time; and it runs no regular expressions, whose cost data can drive. The compiled assembly says whether that is so.
/// </summary>
public class ReflectionTests
{
    /// <summary>Namespaces of which nothing may be used: reflection, expression trees, <c>dynamic</c>, regular expressions, files, sockets, processes.</summary>
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.Reflection", "System.Linq.Expressions", "System.Dynamic", "Microsoft.CSharp", "System.Text.RegularExpressions",
        "System.Runtime.Loader", "System.Net", "System.Diagnostics.Process", "Microsoft.Win32",
    ];

    /// <summary>Types of which nothing may be used.</summary>
    private static readonly string[] ForbiddenTypes =
    [
        "System.Activator", "System.AppDomain", "System.IO.File", "System.IO.Directory",
        "System.IO.FileStream", "System.Diagnostics.Process", "System.Runtime.CompilerServices.CallSite", "System.Runtime.InteropServices.Marshal",
    ];

    /// <summary>
    /// What the compiler writes into every assembly about itself, which is read by tools and never run here.
    /// </summary>
    private static readonly string[] AllowedAttributes =
    [
        "System.Reflection.AssemblyCompanyAttribute", "System.Reflection.AssemblyConfigurationAttribute", "System.Reflection.AssemblyCopyrightAttribute",
        "System.Reflection.AssemblyDescriptionAttribute", "System.Reflection.AssemblyFileVersionAttribute",
        "System.Reflection.AssemblyInformationalVersionAttribute", "System.Reflection.AssemblyMetadataAttribute",
        "System.Reflection.AssemblyProductAttribute", "System.Reflection.AssemblyTitleAttribute", "System.Reflection.AssemblyVersionAttribute",
        "System.Reflection.DefaultMemberAttribute",
    ];

    /// <summary>
    /// Of <see cref="Type"/> the engine uses only the handle of a type argument, as the key of a registered model
    /// (<c>typeof(T)</c>) and for its comparison: no name is turned into a type, and no member of a type is looked up.
    /// </summary>
    private static readonly string[] AllowedMembersOfType = ["GetTypeFromHandle", "op_Equality", "op_Inequality"];

    [Fact]
    public void Assembly_OfTheEngine_UsesNoReflection()
    {
        using var stream = File.OpenRead(typeof(LiquidTemplate).Assembly.Location);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToList();
        types.Count.ShouldBeGreaterThan(50);
        types.Where(IsForbidden).ShouldBeEmpty();

        var members = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: NameOf(metadata, (TypeReferenceHandle)member.Parent), Name: metadata.GetString(member.Name)))
            .ToList();
        members.Count.ShouldBeGreaterThan(100);
        members.Where(member => member.Type == "System.Type" && !AllowedMembersOfType.Contains(member.Name)).ShouldBeEmpty();
        // The compiler asks for the thread in the iterators that it writes.
        members.Where(member => member.Type == "System.Environment" && member.Name != "get_CurrentManagedThreadId").ShouldBeEmpty();
        members.Where(member => member is { Type: "System.Object", Name: "GetType" }).ShouldBeEmpty();
        members.Where(member => member.Name is "DynamicInvoke" or "GetMethod" or "get_Method" or "InvokeMember").ShouldBeEmpty();
    }

    [Fact]
    public void Assembly_OfTheEngine_CallsNoNativeCodeAndReferencesTheRuntimeAlone()
    {
        using var stream = File.OpenRead(typeof(LiquidTemplate).Assembly.Location);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        metadata.GetTableRowCount(TableIndex.ImplMap).ShouldBe(0);
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    private static bool IsForbidden(string type) =>
        !AllowedAttributes.Contains(type) &&
        (ForbiddenTypes.Contains(type) || ForbiddenNamespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal)));

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + name
            : metadata.GetString(type.Namespace) + "." + name;
    }
}
