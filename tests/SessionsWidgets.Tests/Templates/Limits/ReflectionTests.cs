using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SessionsWidgets.Tests.Templates;

/// <summary>
/// Templates reach nothing but what is registered, so what compiles and renders them needs no reflection, no run-time
/// binding, no code made at run time and no regular expressions, whose cost data can drive. The compiled methods of the
/// source folder <c>Templates</c> say whether that is so.
/// </summary>
public class ReflectionTests
{
    private static readonly string Folder = Path.Combine("src", "SessionsWidgets", "Templates").Replace('\\', '/') + "/";

    /// <summary>They read the templates' own files and resources before anything is rendered, or word the error of a broken one.</summary>
    private static readonly string[] Readers = ["BuiltInTemplates.cs", "TemplateFolder.cs", "SyntaxMessage.cs"];

    /// <summary>Beginnings of what may not be used: reflection, code made at run time, regular expressions, files, sockets,
    /// processes.</summary>
    private static readonly string[] Forbidden =
    [
        "System.Reflection.", "System.Linq.Expressions.", "System.Dynamic.", "Microsoft.CSharp.", "System.Text.RegularExpressions.",
        "System.Runtime.Loader.", "System.Net.", "System.Diagnostics.Process", "Microsoft.Win32.", "System.Activator.", "System.AppDomain.",
        "System.IO.File.", "System.IO.FileStream.", "System.IO.Directory.", "System.Runtime.InteropServices.Marshal.", "System.Type.",
        "System.Environment.", "System.Object.GetType", "System.Delegate.DynamicInvoke", "System.Delegate.get_Method",
        // What Fluid has to look into objects of any type.
        "Fluid.Accessors.", "Fluid.MemberAccessStrategy", "Fluid.UnsafeMemberAccessStrategy.", "Fluid.Values.ObjectValue",
        "Fluid.Values.FluidValue.Create",
    ];

    /// <summary>
    /// The type of a model as the key of its registered members, which is compared and no more; the name of a type in messages;
    /// the thread that the compiler asks for in the iterators that it writes.
    /// </summary>
    private static readonly string[] Allowed =
    [
        "System.Type.GetTypeFromHandle", "System.Type.op_Equality", "System.Type.op_Inequality", "System.Object.GetType",
        "System.Reflection.MemberInfo.get_Name", "System.Environment.get_CurrentManagedThreadId",
    ];

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    [Fact]
    public void Methods_ThatCompileAndRenderTemplates_UseNoReflection()
    {
        using var assembly = new Scan();

        var used = assembly.Methods.SelectMany(assembly.Uses).ToHashSet(StringComparer.Ordinal);

        assembly.Methods.Count.ShouldBeGreaterThan(400);
        used.Count.ShouldBeGreaterThan(200);
        used.ShouldContain("System.Type.GetTypeFromHandle", "what is looked for has to be found where it is used");
        used.Where(use => Forbidden.Any(start => use.StartsWith(start, StringComparison.Ordinal)) && !Allowed.Contains(use))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Assembly_OfTheLibrary_CallsNoNativeCode()
    {
        using var assembly = new Scan();

        assembly.Metadata.GetTableRowCount(TableIndex.ImplMap).ShouldBe(0);
    }

    /// <summary>The library's assembly, with the methods whose source is in the folder.</summary>
    private sealed class Scan : IDisposable
    {
        private readonly PEReader _file = new(File.OpenRead(typeof(TemplateEngine).Assembly.Location));
        private readonly MetadataReaderProvider _symbols =
            MetadataReaderProvider.FromPortablePdbStream(
                File.OpenRead(Path.ChangeExtension(typeof(TemplateEngine).Assembly.Location, ".pdb")));

        public Scan()
        {
            Metadata = _file.GetMetadataReader();
            var symbols = _symbols.GetMetadataReader();
            Methods = [.. Metadata.MethodDefinitions.Where(method => IsOfTemplates(symbols, symbols.GetMethodDebugInformation(method)))];
        }

        public MetadataReader Metadata { get; }

        public IReadOnlyList<MethodDefinitionHandle> Methods { get; }

        public void Dispose()
        {
            _symbols.Dispose();
            _file.Dispose();
        }

        /// <summary>The members of other assemblies that a method names, as <c>Namespace.Type.Member</c>, and the types.</summary>
        public IEnumerable<string> Uses(MethodDefinitionHandle method)
        {
            var il = _file.GetMethodBody(Metadata.GetMethodDefinition(method).RelativeVirtualAddress).GetILReader();
            var uses = new List<string>();
            while (il.RemainingBytes > 0)
            {
                var first = il.ReadByte();
                var code = OpCodes[first == 0xFE ? (short)(0xFE00 | il.ReadByte()) : first];
                if (code.OperandType
                    is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                    uses.Add(NameOf(MetadataTokens.EntityHandle(il.ReadInt32())));
                else
                    Skip(ref il, code.OperandType);
            }

            return uses.Where(use => use.Length > 0);
        }

        private static bool IsOfTemplates(MetadataReader symbols, MethodDebugInformation method)
        {
            if (method.Document.IsNil) return false;
            var path = symbols.GetString(symbols.GetDocument(method.Document).Name).Replace('\\', '/');
            return path.Contains(Folder, StringComparison.Ordinal) && !Readers.Contains(Path.GetFileName(path));
        }

        private static void Skip(ref BlobReader il, OperandType type)
        {
            var size = type == OperandType.InlineSwitch ? 4 * il.ReadInt32() : SizeOf(type);
            il.Offset += size;
        }

        private static int SizeOf(OperandType type) => type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

        private string NameOf(EntityHandle handle) => handle.Kind switch
        {
            HandleKind.MethodSpecification => NameOf(Metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
            HandleKind.MemberReference => NameOf(Metadata.GetMemberReference((MemberReferenceHandle)handle)),
            HandleKind.TypeReference => NameOf(Metadata.GetTypeReference((TypeReferenceHandle)handle)),
            HandleKind.TypeSpecification => OpenType((TypeSpecificationHandle)handle),
            _ => "",
        };

        private string NameOf(MemberReference member) => $"{NameOf(member.Parent)}.{Metadata.GetString(member.Name)}";

        private string NameOf(TypeReference type)
        {
            var name = Metadata.GetString(type.Name);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{NameOf(type.ResolutionScope)}.{name}"
                : $"{Metadata.GetString(type.Namespace)}.{name}";
        }

        /// <summary>The generic type of which a type is made.</summary>
        private string OpenType(TypeSpecificationHandle handle)
        {
            var signature = Metadata.GetBlobReader(Metadata.GetTypeSpecification(handle).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return "";
            signature.ReadByte();
            return NameOf(signature.ReadTypeHandle());
        }
    }
}
