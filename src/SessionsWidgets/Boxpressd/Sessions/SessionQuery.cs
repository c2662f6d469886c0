namespace SessionsWidgets;

/// <summary>A query for the sessions of a business or a cigar. All parts are optional; parts that are not set are left to the
/// API.</summary>
/// <remarks>Immutable. Validated before a request is made.</remarks>
public sealed record SessionQuery : ListQuery
{
    /// <summary>Whether to get only featured sessions (true) or only others (false). Default: not sent, both. Not allowed with
    /// <see cref="CigarId"/>.</summary>
    public bool? Featured { get; init; }

    /// <summary>The id of a cigar: gets its sessions at any business. 1 to 64 letters, digits, '_' or '-'. Default: none, the sessions of
    /// the business.</summary>
    public string? CigarId { get; init; }

    internal override bool IsForCigar => CigarId is not null;

    internal override string?[] KeyFields => [CigarId, .. base.KeyFields, $"{Featured}"];

    internal override (string Name, string? Value)[] Parameters => [.. base.Parameters, Flag("featured", Featured)];

    internal override string PathOf(BusinessType type, string businessId) =>
        CigarId is { } cigar ? $"/cigars/{cigar}/sessions" : PathOf(type, businessId, "sessions");

    /// <inheritdoc/>
    internal override void Validate(DateOnly today)
    {
        base.Validate(today);
        if (CigarId is not null) Identifier.Validate("cigar-id", CigarId);
        if (CigarId is not null && Featured is not null)
            throw Invalid("featured", Featured, "it cannot be used together with 'cigar-id': the API has no featured sessions of a cigar.");
    }
}
