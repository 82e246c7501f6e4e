namespace SoraFunctions.Pipeline.Advertising;

/// <summary>What the law of some markets says of a topic.</summary>
/// <param name="Topic">Such as <c>absolute</c>.</param>
/// <param name="Markets">Names of markets; <c>all</c> for everywhere.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="Law">Where it is said.</param>
/// <param name="Remedy">What to do; empty for a line.</param>
/// <param name="English">The legal line; empty for none.</param>
/// <param name="Chinese">The same in Chinese.</param>
internal sealed record AdRule(
    string Topic, IReadOnlyList<string> Markets, AdOutcome Outcome, string Law, string Remedy, string English, string Chinese)
{
    /// <summary>Whether it holds everywhere.</summary>
    public bool IsUniversal => Markets.Contains("all");

    /// <summary>The markets among these in which it holds.</summary>
    /// <param name="named">Names of markets.</param>
    public IEnumerable<string> HoldsIn(IEnumerable<string> named) => named.Where(market => IsUniversal || Markets.Contains(market));
}
