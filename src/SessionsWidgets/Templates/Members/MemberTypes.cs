using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>The types whose members are named. Thread-safe.</summary>
internal sealed class MemberTypes
{
    private readonly ConcurrentDictionary<Type, object> _types = [];

    public TypeMembers<T> Of<T>()
        where T : class => (TypeMembers<T>)_types.GetOrAdd(typeof(T), static (_, all) => new TypeMembers<T>(all), this);
}
