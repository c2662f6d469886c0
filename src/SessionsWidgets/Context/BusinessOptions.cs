namespace SessionsWidgets;

/// <summary>A business: its id, type and settings. Properties that are not set, except the id, are
/// inherited from the section or client.</summary>
/// <inheritdoc path="/remarks"/>
public record BusinessOptions : BusinessDefaults
{
    /// <summary>Venue or brand. Default: venue.</summary>
    public BusinessType? BusinessType { get; set; }

    /// <summary>The business's id in the API: 1 to 64 letters, digits, '_' or '-'. Required.</summary>
    public string? BusinessId { get; set; }

    /// <summary>Its name as people know it, for its calendars: at most 200 characters. Default: the id.</summary>
    public string? Name { get; set; }

    /// <inheritdoc/>
    internal override void Validate(string path)
    {
        base.Validate(path);
        if (BusinessType is { } type && !Enum.IsDefined(type))
            throw new ParameterException(path + nameof(BusinessType), $"{type}", EnumText.Allowed<BusinessType>());
        if (Name is not null && UntrustedText.Clean(Name, UntrustedText.MaxNameLength)?.Replace('\n', ' ') != Name.Trim())
            throw new ParameterException(path + nameof(Name), Name, "it must be a text of at most 200 characters, without line breaks.");
        if (BusinessId is not null) Identifier.Validate(path + nameof(BusinessId), BusinessId);
    }

    /// <summary>Copies the options and inherits what is not set. Guest Wi-Fi is inherited only if this business has some.</summary>
    internal BusinessOptions CompletedBy(BusinessDefaults other) => new()
    {
        BusinessType = BusinessType ?? (other as BusinessOptions)?.BusinessType,
        BusinessId = BusinessId,
        Name = Name,
        ApiBaseUrl = ApiBaseUrl ?? other.ApiBaseUrl,
        // A key is sent only to the address it was set with.
        ApiKey = ApiKey ?? (ApiBaseUrl is null || ApiBaseUrl == other.ApiBaseUrl ? other.ApiKey : null),
        TimeZone = TimeZone ?? other.TimeZone,
        Culture = Culture ?? other.Culture,
        GuestWifi = GuestWifi?.CompletedBy(other.GuestWifi),
    };
}
