namespace SessionsWidgets;

internal static class CigarCardsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<CigarCards>(
        "cigar-cards",
        [
            new WidgetParameter<CigarCards, int>(
                "limit", ParameterKind.WholeNumber(1, 100), w => w.Limit, (w, v) => w with { Limit = v }, "How many cards at most."),
            .. CommonParameters.OfSamples<CigarCards>(
                (w => w.Sample, (w, v) => w with { Sample = v }),
                (w => w.Summary, (w, v) => w with { Summary = v }),
                (w => w.More, (w, v) => w with { More = v }),
                (w => w.Page, (w, v) => w with { Page = v }),
                (w => w.PageUrl, (w, v) => w with { PageUrl = v })),
            .. CommonParameters.OfSessions,
        ],
        Plan)
    {
        UnavailableKey = "cigars_unavailable",
        Describe = members =>
        {
            members.AddSummary().AddPart<SmokedCigar>(cigar => cigar
                .AddCigar(c => c.Cigar)
                .Member("smokes", c => (long)c.Smokes)
                .Member("rating", c => c.Rating)
                .Member("last_smoked", c => c.LastSmoked));
            members.Add<CigarCardsModel>(model => model
                .Member("show_ratings", m => m.Options.ShowRatings)
                .Member("show_cigar_image", m => m.ShowCigarImage)
                .AddLoading(m => m.Options.Loading)
                .Member("sample", m => (long)m.Sample)
                .Member("only_cigar", m => m.IsOnlyCigar)
                .AddPages(m => m.Pages)
                .Model("summary", m => m.Summary)
                .List("cigars", m => m.Cigars));
        },
    };

    private static WidgetPlan Plan(CigarCards widget, WidgetContext context) => WidgetQuery.Sessions(widget.Query(widget.Sample))
        .ToModel(page => new CigarCardsModel(widget, page.Sessions));
}

internal sealed class CigarCardsModel : WidgetModel
{
    public CigarCardsModel(CigarCards widget, IReadOnlyList<SmokeSession> found)
    {
        Options = widget;
        Sample = found.Count;
        var all = SmokedCigars.Of(found, widget);
        Pages = new PageLinks(widget, widget.Limit, all.Count);
        Cigars = [.. all.Skip(Pages.Skipped).Take(widget.Limit)];
        IsOnlyCigar = all is [{ } cigar] && cigar.Smokes == Sample;
        Summary = widget.Summary ? SmokeSummary.Of(found, widget, skips: widget.Offset > 0) : null;
    }

    public override bool IsEmpty => Cigars.Count == 0;

    public CigarCards Options { get; }

    public IReadOnlyList<SmokedCigar> Cigars { get; }

    /// <summary>The number of sessions that were counted.</summary>
    public int Sample { get; }

    /// <summary>Whether all of the sessions are of one cigar, so that the sample and its smokes are the same.</summary>
    public bool IsOnlyCigar { get; }

    public PageLinks Pages { get; }

    public SmokeSummary? Summary { get; }

    public bool ShowCigarImage => Options.ShowCigarImage ?? true;
}
