namespace SessionsWidgets;

/// <summary>
/// Who a business is, and what it has of its own: the same whether it is configured, found by an <see cref="IBusinessSource"/> or given in
/// code. What it leaves out is taken from the section <c>SessionsWidgets</c> or from the client's options, save its id.
/// </summary>
/// <inheritdoc path="/remarks"/>
public record BusinessOptions : BusinessDefaults
{
    /// <summary>Whether it is a venue or a brand. Default: venue.</summary>
    public BusinessType? BusinessType { get; set; }

    /// <summary>Its identifier in the API: 1 to 64 letters, digits, '_' or '-'. Required.</summary>
    public string? BusinessId { get; set; }

    /// <inheritdoc/>
    internal override void Validate(string path)
    {
        base.Validate(path);
        if (BusinessType is { } type && !Enum.IsDefined(type))
            throw new ParameterException(path + nameof(BusinessType), $"{type}", EnumText.Allowed<BusinessType>());
        if (BusinessId is not null) Identifier.Validate(path + nameof(BusinessId), BusinessId);
    }

    /// <summary>A copy in which what is left out is the other's: all but the id, and guest Wi-Fi only where this has some.</summary>
    internal BusinessOptions CompletedBy(BusinessDefaults other) => new()
    {
        BusinessType = BusinessType ?? (other as BusinessOptions)?.BusinessType,
        BusinessId = BusinessId,
        ApiBaseUrl = ApiBaseUrl ?? other.ApiBaseUrl,
        // A key goes only to the address that it was given with.
        ApiKey = ApiKey ?? (ApiBaseUrl is null || ApiBaseUrl == other.ApiBaseUrl ? other.ApiKey : null),
        TimeZone = TimeZone ?? other.TimeZone,
        Culture = Culture ?? other.Culture,
        GuestWifi = GuestWifi?.CompletedBy(other.GuestWifi),
    };
}
