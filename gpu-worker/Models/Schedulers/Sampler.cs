namespace SoraFunctions.Models.Schedulers;

/// <summary>Counts the steps of a sampling and checks what comes in.</summary>
internal abstract class Sampler(float[] timesteps, float[] sigmas, bool needsNoise) : ISampler
{
    private int _index;

    public IReadOnlyList<float> Timesteps => timesteps;

    public IReadOnlyList<float> Sigmas => sigmas;

    public bool NeedsNoise => needsNoise;

    public void Step(Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise = default)
    {
        if (_index >= timesteps.Length)
            throw new InvalidOperationException($"all {timesteps.Length} steps are done");
        if (output.Length != sample.Length)
            throw new ArgumentException($"the model gave {output.Length} values for a sample of {sample.Length}", nameof(output));
        if (needsNoise && noise.Length != sample.Length)
            throw new ArgumentException($"{noise.Length} values of noise for a sample of {sample.Length}", nameof(noise));
        Move(_index++, sample, output, noise);
    }

    protected abstract void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise);
}
