namespace SessionsWidgets;

internal static class CigarCardsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<CigarCards>(
        "cigar-cards",
        [
            new WidgetParameter<CigarCards, int>(
                "limit", ParameterKind.WholeNumber(1, 100), w => w.Limit, (w, v) => w with { Limit = v }, "How many cards at most."),
            new WidgetParameter<CigarCards, int>(
                "sample", ParameterKind.WholeNumber(1, SessionQuery.MaxLimit), w => w.Sample, (w, v) => w with { Sample = v },
                "How many sessions are considered."),
            .. CommonParameters.OfSessions,
        ],
        Plan)
    {
        UnavailableKey = "cigars_unavailable",
        Describe = members =>
        {
            members.AddPart<SmokedCigar>(cigar => cigar
                .AddCigar(c => c.Cigar)
                .Member("smokes", c => (long)c.Smokes)
                .Member("rating", c => c.Rating)
                .Member("last_smoked", c => c.LastSmoked));
            members.Add<CigarCardsModel>(model => model
                .Member("show_ratings", m => m.Options.ShowRatings)
                .Member("show_cigar_image", m => m.ShowCigarImage)
                .Member("sample", m => (long)m.Sample)
                .List("cigars", m => m.Cigars));
        },
    };

    private static WidgetPlan Plan(CigarCards widget, WidgetContext context) => WidgetQuery.Sessions(widget.Query(widget.Sample))
        .ToModel(page => new CigarCardsModel(widget, SmokedCigars.Of(page.Sessions, widget), page.Sessions.Count));
}

internal sealed class CigarCardsModel(CigarCards widget, IReadOnlyList<SmokedCigar> cigars, int sample) : WidgetModel
{
    public override bool IsEmpty => Cigars.Count == 0;

    public CigarCards Options { get; } = widget;

    public IReadOnlyList<SmokedCigar> Cigars { get; } = cigars;

    /// <summary>The number of sessions that were counted.</summary>
    public int Sample { get; } = sample;

    public bool ShowCigarImage { get; } = widget.ShowCigarImage ?? true;
}
