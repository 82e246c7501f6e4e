namespace SoraFunctions.Models.Schedulers;

/// <summary>
/// One sampling under way. It starts from unit Gaussian noise; for each of <see cref="Timesteps"/> in order the caller
/// runs the model on the sample and that timestep and hands its output to <see cref="Step"/>.
/// </summary>
public interface ISampler
{
    /// <summary>What the model is told, one value a step, on the scale of its training (usually 0 to 1000).</summary>
    IReadOnlyList<float> Timesteps { get; }

    /// <summary>The noise level before each step, and after the last.</summary>
    IReadOnlyList<float> Sigmas { get; }

    /// <summary>Whether a step wants fresh unit Gaussian noise.</summary>
    bool NeedsNoise { get; }

    /// <summary>Moves the sample one step.</summary>
    /// <param name="sample">The sample; changed in place.</param>
    /// <param name="output">What the model said of it.</param>
    /// <param name="noise">Unit Gaussian noise as long as the sample where <see cref="NeedsNoise"/>; else empty.</param>
    /// <exception cref="InvalidOperationException">All steps are done.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    void Step(Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise = default);
}
