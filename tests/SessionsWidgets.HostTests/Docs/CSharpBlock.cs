using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SessionsWidgets.HostTests.Docs;

/// <summary>Compiles a C# block of the docs: usings, statements and types, with what the page takes for granted.</summary>
internal static class CSharpBlock
{
    /// <summary>What a block may use without declaring it.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Console"] = "values.Output",
        ["address"] = "System.Net.IPAddress.Loopback",
        ["app"] = "values.App",
        ["args"] = "new string[0]",
        ["builder"] = "values.Builder",
        ["cache"] = "values.Cache",
        ["clock"] = "System.TimeProvider.System",
        ["ct"] = "System.Threading.CancellationToken.None",
        ["factory"] = "values.Factory",
        ["fragment"] = "await values.Widgets.RenderAsync(values.Lounge, new SessionsWidgets.RecentSmokes())",
        ["lounge"] = "values.Lounge",
        ["query"] = "new SessionsWidgets.SessionQuery()",
        ["response"] = "values.Response",
        ["sandbox"] = "values.Sandbox",
        ["widgets"] = "values.Widgets",
    };

    /// <summary>The implicit usings of a web project.</summary>
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
        "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>Those of a block without usings of its own: a part of a file.</summary>
    private static readonly string[] OfAPart =
    [
        "Microsoft.AspNetCore.TestHost", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.Caching.Memory",
        "Microsoft.Extensions.Time.Testing", "SessionsWidgets", "SessionsWidgets.AspNetCore", "SessionsWidgets.HostTests.Docs",
        "SessionsWidgets.HostTests.Tenants", "SessionsWidgets.Sandbox", "SessionsWidgets.Sandbox.Faults", "System.Net",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p))]);

    /// <summary>Compiles a block, without a warning.</summary>
    /// <param name="text">The block.</param>
    /// <param name="page">The blocks of its page: it may use their types.</param>
    public static Func<BlockValues, Task> Compile(string text, IEnumerable<string> page)
    {
        var root = SyntaxFactory.ParseCompilationUnit(text);
        var usings = string.Concat((root.Usings.Count == 0 ? [.. Implicit, .. OfAPart] : Implicit).Select(n => $"global using {n};\n"));
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        var types = TypesOf(root);
        var others = page.Select(t => SyntaxFactory.ParseCompilationUnit(t)).Where(o => !o.IsEquivalentTo(root))
            .Select(o => o.Usings.ToFullString() + TypesOf(o)).ToList();
        // What the page writes to the console is read by the test.
        var names = statements.Any(s => s.ToString().Contains("Console.", StringComparison.Ordinal)) ? "Console" : "";
        var code = Code(names.Split(' '));
        var missing = Of([usings, code, .. others]).GetDiagnostics().Where(d => d.Id == "CS0103")
            .Select(d => d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)).Distinct().ToList();
        var compilation = Of([usings, Code([.. names.Split(' '), .. missing]), .. others]);
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not ("CS1701" or "CS1702"))
            .Select(d => d.ToString())
            .ShouldBeEmpty();
        var run = Assembly.Load(assembly.ToArray()).GetType("BlockOfAPage")!.GetMethod("RunAsync")!;
        return run.CreateDelegate<Func<BlockValues, Task>>();

        string Code(IEnumerable<string> used) =>
            $$"""
            {{root.Usings.ToFullString()}}
            public static class BlockOfAPage
            {
                public static async Task RunAsync({{typeof(BlockValues).FullName}} values)
                {
                    await Task.CompletedTask;
                    {{string.Concat(used.Where(Names.ContainsKey).Select(n => $"var {n} = {Names[n]};\n"))}}
                    {{string.Concat(statements.Select(s => s.ToFullString()))}}
                }
            }
            {{types}}
            """;
    }

    private static string TypesOf(CompilationUnitSyntax root) =>
        string.Concat(root.Members.Where(m => m is not GlobalStatementSyntax).Select(m => m.ToFullString()));

    private static CSharpCompilation Of(IEnumerable<string> files) => CSharpCompilation.Create(
        $"Block{Guid.NewGuid():N}",
        files.Select(f => CSharpSyntaxTree.ParseText(f)),
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
