namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>A visit to a page of a business, on one of the servers.</summary>
internal readonly record struct FleetVisit(TimeSpan At, int Business, int Server)
{
    /// <summary>The visits of a scenario in order: at random times, with businesses by Zipf's law. The same for the same seed, and the same
    /// but for the server for every size of the fleet.</summary>
    public static List<FleetVisit> Make(FleetScenario scenario)
    {
        var (random, balancer) = (new Random(scenario.Seed), new Random(scenario.Seed + 1));
        var shares = new double[scenario.Businesses];
        var total = 0.0;
        for (var i = 0; i < shares.Length; i++) shares[i] = total += Math.Pow(i + 1, -scenario.ZipfExponent);
        var visits = new List<FleetVisit>();
        for (var at = Pause(); at < scenario.Length; at += Pause())
        {
            var found = Array.BinarySearch(shares, random.NextDouble() * total);
            visits.Add(new FleetVisit(at, found < 0 ? ~found : found, balancer.Next(scenario.Servers)));
        }

        return visits;

        TimeSpan Pause() => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / scenario.VisitsPerSecond);
    }
}
