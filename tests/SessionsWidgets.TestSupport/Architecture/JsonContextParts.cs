using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SessionsWidgets.TestSupport.Architecture;

/// <summary>The members that the generator of System.Text.Json gives a context, without which what is read by it has no type.</summary>
internal static class JsonContextParts
{
    /// <summary>The source of a part for each context in the file.</summary>
    public static IEnumerable<string> Of(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        .Where(static type => type.BaseList?.Types.Any(static t => t.ToString() == "JsonSerializerContext") == true)
        .Select(Part);

    private static string Part(ClassDeclarationSyntax context)
    {
        var name = context.Identifier.Text;
        var members = context.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(static attribute => attribute.Name.ToString() == "JsonSerializable")
            .Select(static attribute => ((TypeOfExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Type.ToString())
            .Select(static type => (Type: type, Member: type.Replace("[]", "Array", StringComparison.Ordinal)))
            .Select(static t => $"public System.Text.Json.Serialization.Metadata.JsonTypeInfo<{t.Type}> {t.Member} => null!;");
        return $$"""
            namespace {{context.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First().Name}};
            partial class {{name}}
            {
                public static {{name}} Default => null!;
                {{string.Join('\n', members)}}
            }
            """;
    }
}
