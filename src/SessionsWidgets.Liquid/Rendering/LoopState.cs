namespace SessionsWidgets.Liquid;

/// <summary>Where a loop is: what <c>forloop</c> and <c>tablerowloop</c> show. Reused by later loops of the render.</summary>
internal sealed class LoopState
{
    public string Name { get; private set; } = string.Empty;

    public int Length { get; private set; }

    public int Index { get; set; }

    public LoopState? Parent { get; private set; }

    public bool IsTableRow { get; private set; }

    /// <summary>The number of columns of a table row; 0 for other loops.</summary>
    public int Columns { get; set; }

    public int Column { get; set; }

    public int Row { get; set; }

    public void Begin(string name, int length, bool isTableRow, LoopState? parent)
    {
        IsTableRow = isTableRow;
        Name = name;
        Length = length;
        Index = 0;
        Parent = parent;
        Columns = 0;
        Column = Row = 1;
    }
}

/// <summary>The members of <c>forloop</c> and <c>tablerowloop</c>.</summary>
internal sealed class LoopShape(bool isTableRow) : MapShape
{
    public static readonly LoopShape ForLoop = new(isTableRow: false);
    public static readonly LoopShape TableRow = new(isTableRow: true);

    private static readonly string[] ForNames =
        ["length", "parentloop", "name", "index", "index0", "rindex", "rindex0", "first", "last"];

    private static readonly string[] TableNames =
    [
        "length", "col", "row", "col0", "index", "index0", "rindex", "rindex0", "first", "last", "col_first", "col_last",
    ];

    /// <summary>What a loop is called where one is written as text.</summary>
    public string Text => isTableRow ? "Liquid::TablerowloopDrop" : "Liquid::ForloopDrop";

    public override int Count(in LiquidValue map) => (isTableRow ? TableNames : ForNames).Length;

    public override IEnumerable<string> Names(LiquidValue map) => isTableRow ? TableNames : ForNames;

    public override bool TryGet(in LiquidValue map, string name, out LiquidValue value)
    {
        var loop = (LoopState)map.Ref!;
        switch (name)
        {
            case "length": value = loop.Length; break;
            case "index": value = loop.Index + 1; break;
            case "index0": value = loop.Index; break;
            case "rindex": value = loop.Length - loop.Index; break;
            case "rindex0": value = loop.Length - loop.Index - 1; break;
            case "first": value = loop.Index == 0; break;
            case "last": value = loop.Index == loop.Length - 1; break;
            default: value = isTableRow ? TableMember(loop, name) : ForMember(loop, name); break;
        }

        // Unlike a map, a loop has no size of its own to fall back to.
        return true;
    }

    private static LiquidValue ForMember(LoopState loop, string name) => name switch
    {
        "name" => loop.Name,
        "parentloop" => loop.Parent is { } parent ? new LiquidValue(ForLoop, parent, 0) : LiquidValue.Nil,
        _ => default,
    };

    private static LiquidValue TableMember(LoopState loop, string name) => name switch
    {
        "col" => loop.Column,
        "col0" => loop.Column - 1,
        "row" => loop.Row,
        "col_first" => loop.Column == 1,
        "col_last" => loop.Column == loop.Columns,
        _ => default,
    };
}
