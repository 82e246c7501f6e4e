namespace SoraFunctions.Media.Running;

/// <summary>Tells the progress of a part as progress of the whole.</summary>
/// <param name="whole">Is told.</param>
/// <param name="from">Where the part begins, 0 to 1.</param>
/// <param name="length">How much of the whole it is.</param>
internal sealed class Portion(IProgress<double> whole, double from, double length) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole.Report(from + length * value);
}
