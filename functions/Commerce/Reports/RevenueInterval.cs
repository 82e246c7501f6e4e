using MathNet.Numerics.Distributions;

namespace SoraFunctions.Commerce.Reports;

/// <summary>
/// Between what revenue may be expected to lie, were the same videos shown again to as many people. Orders come as a Poisson process and differ in
/// size, so revenue is a weighted sum of Poisson counts; its interval is that of Fay and Feuer (Confidence intervals for directly standardized rates,
/// Statistics in Medicine 16, 1997), which holds for few orders too, as long as the largest size that may come is known.
/// </summary>
/// <param name="Low">The lower end, 0 or more.</param>
/// <param name="High">The upper end; infinite where there is no order to judge by.</param>
public sealed record RevenueInterval(double Low, double High)
{
    /// <summary>The interval.</summary>
    /// <param name="orders">What each order brought, over 0, in any unit.</param>
    /// <param name="largest">The largest order that may come, such as the largest of all videos; at least the largest of these is taken.</param>
    /// <param name="confidence">How sure, such as 0.95.</param>
    public static RevenueInterval Of(IReadOnlyCollection<double> orders, double largest = 0, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (orders.Count == 0)
        {
            return new RevenueInterval(0, double.PositiveInfinity);
        }

        var (sum, squares, most) = (orders.Sum(), orders.Sum(order => order * order), Math.Max(largest, orders.Max()));
        var tail = (1 - confidence) / 2;
        return new RevenueInterval(
            squares / sum * HalfChiSquared(tail, sum * sum / squares),
            (squares + most * most) / (sum + most) * HalfChiSquared(1 - tail, (sum + most) * (sum + most) / (squares + most * most)));
    }

    // Half of a chi-squared variable of 2n degrees of freedom is a gamma variable of shape n.
    private static double HalfChiSquared(double probability, double shape) => Gamma.InvCDF(shape, 1, probability);
}
