using Microsoft.EntityFrameworkCore;

namespace SessionsWidgets.HostTests.Tenants;

/// <summary>The recipe of docs/businesses.md: a context for each call.</summary>
public sealed class LoungeSource(IDbContextFactory<LoungeDb> databases) : IBusinessSource
{
    public async ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Lounges.AsNoTracking()
            .Where(l => l.Host == name)
            .Select(l => new BusinessOptions
            {
                BusinessType = l.IsBrand ? BusinessType.Brand : BusinessType.Venue,
                BusinessId = l.BoxpressdId,
                ApiKey = l.ApiKey,
                TimeZone = l.TimeZone,
            })
            .SingleOrDefaultAsync(cancellationToken);
    }
}
