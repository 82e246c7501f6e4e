namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>
/// What a question to the Admin API cost and what may be spent: a leaky bucket for each app and shop. Source: shopify.dev, "API limits".
/// </summary>
/// <param name="Requested">Points that it was said to cost; a question of which less is there is refused.</param>
/// <param name="Most">Points that the bucket holds.</param>
/// <param name="Left">Points that are left in it.</param>
/// <param name="PerSecond">Points that come back in a second.</param>
public sealed record QueryCost(double Requested, double Most, double Left, double PerSecond)
{
    /// <summary>How long a question has to wait until it can be asked; zero for not at all.</summary>
    /// <param name="cost">Points that it costs; more than the bucket holds counts as a full bucket.</param>
    /// <param name="since">Time since this was told.</param>
    public TimeSpan WaitFor(double cost, TimeSpan since)
    {
        var missing = Math.Min(cost, Most) - Left - (since.TotalSeconds * PerSecond);
        return missing <= 0 || PerSecond <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / PerSecond);
    }

    /// <summary>What is left once a question is on its way.</summary>
    /// <param name="cost">Points that it costs.</param>
    /// <param name="since">Time since this was told.</param>
    public QueryCost Spent(double cost, TimeSpan since) => this with { Left = Math.Min(Most, Left + (since.TotalSeconds * PerSecond)) - cost };
}
