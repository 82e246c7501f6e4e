namespace SoraFunctions.Models.Schedulers;

/// <summary>A shift that grows with the length of the sequence, between two known points (see <see cref="FlowShift.Mu"/>).</summary>
/// <param name="BaseShift">The shift at <paramref name="BaseTokens"/>.</param>
/// <param name="MaxShift">The shift at <paramref name="MaxTokens"/>.</param>
/// <param name="BaseTokens">The length of the first point.</param>
/// <param name="MaxTokens">The length of the second point.</param>
/// <param name="Exponential">Whether the shift is given by its logarithm (usual) or by its factor.</param>
public sealed record DynamicShift(
    double BaseShift = 0.5, double MaxShift = 1.15, int BaseTokens = 256, int MaxTokens = 4096, bool Exponential = true)
{
    /// <summary>Shifts a noise level.</summary>
    /// <exception cref="ArgumentException">The length of the sequence is not known.</exception>
    public double Apply(double sigma, int tokens)
    {
        if (tokens <= 0)
            throw new ArgumentException("a shift that follows the length of the sequence needs the number of tokens", nameof(tokens));
        var mu = FlowShift.Mu(tokens, BaseTokens, MaxTokens, BaseShift, MaxShift);
        return Exponential ? FlowShift.Exponential(sigma, mu) : FlowShift.Linear(sigma, mu);
    }
}
