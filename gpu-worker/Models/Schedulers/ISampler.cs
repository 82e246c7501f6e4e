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

    /// <summary>Begins later, from a sample that is known: the steps before are taken as done.</summary>
    /// <param name="step">The step to begin with, counted from 0.</param>
    /// <param name="sample">A clean sample; gets as much noise as belongs to the beginning of that step.</param>
    /// <param name="noise">Unit Gaussian noise as long as the sample.</param>
    /// <exception cref="InvalidOperationException">A step was made already.</exception>
    /// <exception cref="ArgumentException">There is no such step, or the lengths differ.</exception>
    void StartAt(int step, Span<float> sample, ReadOnlySpan<float> noise);

    /// <summary>The clean sample that an output of the model stands for at the step to come: what a preview shows.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="output">What the model said of it.</param>
    /// <param name="clean">To be filled; as long.</param>
    void Foresee(ReadOnlySpan<float> sample, ReadOnlySpan<float> output, Span<float> clean);

    /// <summary>Moves the sample one step.</summary>
    /// <param name="sample">The sample; changed in place.</param>
    /// <param name="output">What the model said of it.</param>
    /// <param name="noise">Unit Gaussian noise as long as the sample where <see cref="NeedsNoise"/>; else empty.</param>
    /// <exception cref="InvalidOperationException">All steps are done.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    void Step(Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise = default);
}
