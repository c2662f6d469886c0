namespace SessionsWidgets;

/// <summary>A business: its id, type and settings. Settings that are not set, except the id and the name, are inherited from the section or
/// client.</summary>
/// <inheritdoc path="/remarks"/>
public record BusinessOptions : BusinessDefaults
{
    /// <summary>The type of the business. Default: venue.</summary>
    public BusinessType? BusinessType { get; set; }

    /// <summary>The id of the business in the API: 1 to 64 letters, digits, '_' or '-'. Required. Not inherited.</summary>
    public string? BusinessId { get; set; }

    /// <summary>The display name, used in calendars: at most 200 characters, without line breaks. Default: the id. Not inherited.</summary>
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

    /// <summary>Copies the options and inherits those that are not set. Guest Wi-Fi is inherited only if this business has some.</summary>
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
