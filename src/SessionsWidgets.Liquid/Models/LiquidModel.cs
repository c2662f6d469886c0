namespace SessionsWidgets.Liquid;

/// <summary>Names the members of one registered type.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class LiquidModel<T>
    where T : class
{
    private readonly LiquidModels _models;
    private readonly ModelShape<T> _shape;

    internal LiquidModel(LiquidModels models, ModelShape<T> shape)
    {
        _models = models;
        _shape = shape;
    }

    /// <summary>A member that is text; null is nil.</summary>
    /// <param name="name">The name in templates, snake_case.</param>
    /// <param name="get">Reads it.</param>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, string?> get) => Add(name, new TextAccessor(get));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a boolean.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, bool> get) => Add(name, new BooleanAccessor(get));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a whole number.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, long> get) => Add(name, instance => get(instance));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a whole number or nil.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, long?> get) => Add(name, new IntegerAccessor(get));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a number with a fraction.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, double> get) => Add(name, instance => get(instance));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a number with a fraction or nil.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, double?> get) => Add(name, new FloatAccessor(get));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a decimal number.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, decimal> get) => Add(name, instance => get(instance));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a decimal number or nil.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, decimal?> get) =>
        Add(name, instance => get(instance) is { } known ? known : LiquidValue.Nil);

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a date.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, DateTimeOffset> get) => Add(name, new DateAccessor(get));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a date or nil.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, DateTimeOffset?> get) =>
        Add(name, instance => get(instance) is { } known ? known : LiquidValue.Nil);

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a value already.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Member(string name, Func<T, LiquidValue> get) => Add(name, new ReadingAccessor(get, canBeUndefined: true));

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is another registered type; null is nil.</summary>
    /// <typeparam name="TMember">The other type; it may be registered before or after this one.</typeparam>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Model<TMember>(string name, Func<T, TMember?> get)
        where TMember : class
    {
        var shape = _models.Shape<TMember>();
        return Add(name, new ModelAccessor<TMember>(get, shape));
    }

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a list of another registered type; null is nil.</summary>
    /// <typeparam name="TItem">The other type; it may be registered before or after this one.</typeparam>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> List<TItem>(string name, Func<T, IReadOnlyList<TItem>?> get)
        where TItem : class
    {
        var shape = _models.Shape<TItem>().ListShape;
        return Add(name, new ModelAccessor<IReadOnlyList<TItem>>(get, shape));
    }

    /// <inheritdoc cref="Member(string, Func{T, string?})" path="/param"/>
    /// <summary>A member that is a list of texts; null is nil.</summary>
    /// <returns>This model, for the next member.</returns>
    public LiquidModel<T> Texts(string name, Func<T, IReadOnlyList<string>?> get) =>
        Add(name, new ModelAccessor<IReadOnlyList<string>>(get, TextListShape.Instance));

    private LiquidModel<T> Add(string name, Func<T, LiquidValue> read) => Add(name, new ReadingAccessor(read, canBeUndefined: false));

    private LiquidModel<T> Add(string name, MemberAccessor accessor)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _shape.Add(name, accessor);
        return this;
    }

    private static T Of(object instance) => System.Runtime.CompilerServices.Unsafe.As<T>(instance);

    private sealed class ReadingAccessor(Func<T, LiquidValue> read, bool canBeUndefined) : MemberAccessor
    {
        public override bool CanBeUndefined => canBeUndefined;

        public override void Get(object instance, out LiquidValue value) => value = read(Of(instance));
    }

    /// <summary>The kinds that templates read most have accessors of their own, which saves a call for each read.</summary>
    private sealed class TextAccessor(Func<T, string?> get) : MemberAccessor
    {
        public override void Get(object instance, out LiquidValue value) => value = get(Of(instance));

        public override bool IsTrue(object instance) => get(Of(instance)) is not null;

        public override void Write(object instance, LiquidRenderContext context, EscapeKind escape)
        {
            if (get(Of(instance)) is not { } text) return;
            if (escape is EscapeKind.Html or EscapeKind.Attribute) HtmlEncoder.Write(context.Output, text);
            else if (escape == EscapeKind.Url) UrlEncoder.WriteWhole(context, text, isInList: false);
            else ValueWriter.Write(context, text, escape);
        }
    }

    private sealed class BooleanAccessor(Func<T, bool> get) : MemberAccessor(isBoolean: true)
    {
        public override void Get(object instance, out LiquidValue value) => value = get(Of(instance));

        public override bool IsTrue(object instance) => get(Of(instance));
    }

    private sealed class IntegerAccessor(Func<T, long?> get) : MemberAccessor
    {
        public override void Get(object instance, out LiquidValue value) =>
            value = get(Of(instance)) is { } known ? known : LiquidValue.Nil;

        public override bool IsTrue(object instance) => get(Of(instance)).HasValue;
    }

    private sealed class FloatAccessor(Func<T, double?> get) : MemberAccessor
    {
        public override void Get(object instance, out LiquidValue value) =>
            value = get(Of(instance)) is { } known ? known : LiquidValue.Nil;

        public override bool IsTrue(object instance) => get(Of(instance)).HasValue;
    }

    private sealed class DateAccessor(Func<T, DateTimeOffset> get) : MemberAccessor
    {
        public override void Get(object instance, out LiquidValue value) => value = get(Of(instance));

        public override bool IsTrue(object instance) => true;
    }

    private sealed class ModelAccessor<TMember>(Func<T, TMember?> get, ValueShape shape) : MemberAccessor(shape)
        where TMember : class
    {
        public override void Get(object instance, out LiquidValue value) =>
            value = get(Of(instance)) is { } member ? new LiquidValue(Shape!, member, 0) : LiquidValue.Nil;

        public override object? Instance(object instance) => get(Of(instance));

        public override bool IsTrue(object instance) => get(Of(instance)) is not null;
    }
}
