namespace SessionsWidgets.Liquid;

/// <summary>
/// Remembers, at one path of a template, how its members are reached from the shape that was last seen at its start, when
/// all of them are members of registered models: then nothing but that shape has to be looked at. One immutable object,
/// so that threads that render the same template never see half of it.
/// </summary>
internal sealed class MemberChain
{
    public readonly ValueShape Shape;
    public readonly MemberAccessor Last;

    private readonly MemberAccessor[] _hops;

    private MemberChain(ValueShape shape, MemberAccessor[] hops, MemberAccessor last)
    {
        Shape = shape;
        _hops = hops;
        Last = last;
    }

    /// <summary>The chain for a shape; null when a member is missing, may be undefined, or leads out of the models.</summary>
    public static MemberChain? For(ValueShape shape, PathStep[] steps)
    {
        var hops = new MemberAccessor[steps.Length - 1];
        ValueShape? at = shape;
        for (var i = 0; ; i++)
        {
            if (at is not MapShape map || map.FindMember(steps[i].Name!) is not { CanBeUndefined: false } accessor) return null;
            if (i == hops.Length) return new MemberChain(shape, hops, accessor);
            hops[i] = accessor;
            at = accessor.Shape;
        }
    }

    /// <summary>The instance that has the last member; null when there is none.</summary>
    public object? Instance(object start)
    {
        object? instance = start;
        foreach (var hop in _hops)
        {
            instance = hop.Instance(instance);
            if (instance is null) break;
        }

        return instance;
    }
}
