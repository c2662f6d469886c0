namespace SessionsWidgets;

/// <summary>A period in local time, for the filter <c>period</c>. Has no members.</summary>
internal sealed class PeriodValue(LocalPeriod period) : ModelValue
{
    public LocalPeriod Period => period;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(NilValue.Instance);
}
