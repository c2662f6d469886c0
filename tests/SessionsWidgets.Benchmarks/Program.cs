using System.Buffers;
using System.Text;
using BenchmarkDotNet.Running;
using SessionsWidgets.Benchmarks;

if (args is ["print"])
{
    var output = new ArrayBufferWriter<byte>();
    new LiquidPage(LiquidPage.Parse()).Render(output, PageModel.Page(2));
    Console.Write(Encoding.UTF8.GetString(output.WrittenSpan));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(LiquidPage).Assembly).Run(args);
