namespace SessionsWidgets;

/// <summary>What is known of a template's value before anything is rendered: its members, and what a loop over it runs over.</summary>
/// <remarks>Immutable, except the members of objects, which may be added later. Shapes of the same value are equal.</remarks>
internal abstract record ValueShape
{
    /// <summary>A value of which nothing is known: it may have any member.</summary>
    public static ValueShape Any { get; } = new AnyShape();

    /// <summary>No value; another one of the same variable tells more.</summary>
    public static ValueShape Nil { get; } = new NilShape();

    public static ValueShape Text { get; } = new PlainShape("text", ["size"]);

    public static ValueShape Number { get; } = new PlainShape("number", []);

    public static ValueShape Boolean { get; } = new PlainShape("boolean", []);

    public static ValueShape Date { get; } = new PlainShape("date", []);

    /// <summary>The names of the members that are known.</summary>
    public abstract IReadOnlyCollection<string> Names { get; }

    /// <summary>Whether it has members that were named for it.</summary>
    public virtual bool IsObject => false;

    /// <summary>The items of a list; another value is its only item.</summary>
    public virtual ValueShape Item => this;

    public static ValueShape ListOf(ValueShape item) => new ListShape(item);

    public static ValueShape ObjectOf(IReadOnlyDictionary<string, ValueShape> members) => new ObjectShape(members);

    /// <summary>The shape of a member; null if there is none of that name.</summary>
    public abstract ValueShape? Member(string name);

    /// <summary>The shape of a value that is either this or the other one.</summary>
    public ValueShape Join(ValueShape other) =>
        this is NilShape ? other : other is NilShape || Equals(other) ? this : Any;

    private sealed record AnyShape : ValueShape
    {
        public override IReadOnlyCollection<string> Names => [];

        public override ValueShape Member(string name) => Any;
    }

    private sealed record NilShape : ValueShape
    {
        public override IReadOnlyCollection<string> Names => [];

        public override ValueShape Member(string name) => Any;
    }

    private sealed record PlainShape(string Kind, string[] Members) : ValueShape
    {
        public override IReadOnlyCollection<string> Names => Members;

        public override ValueShape? Member(string name) => Members.Contains(name) ? Number : null;
    }

    private sealed record ListShape(ValueShape Of) : ValueShape
    {
        public override IReadOnlyCollection<string> Names => ["size", "first", "last"];

        public override ValueShape Item => Of;

        public override ValueShape? Member(string name) => name switch
        {
            "size" => Number,
            "first" or "last" => Of,
            _ => null,
        };
    }

    private sealed record ObjectShape(IReadOnlyDictionary<string, ValueShape> Members) : ValueShape
    {
        public override IReadOnlyCollection<string> Names => [.. Members.Keys];

        public override bool IsObject => true;

        public override ValueShape? Member(string name) => Members.GetValueOrDefault(name);
    }
}
