using Microsoft.EntityFrameworkCore;

namespace SessionsWidgets.HostTests.Tenants;

/// <summary>A lounge of the site's database.</summary>
public sealed class Lounge
{
    public int Id { get; set; }

    public required string Host { get; set; }

    public required string BoxpressdId { get; set; }

    public bool IsBrand { get; set; }

    public string? ApiKey { get; set; }

    public string? TimeZone { get; set; }
}

/// <summary>The site's database.</summary>
public sealed class LoungeDb(DbContextOptions<LoungeDb> options) : DbContext(options)
{
    public DbSet<Lounge> Lounges => Set<Lounge>();
}
