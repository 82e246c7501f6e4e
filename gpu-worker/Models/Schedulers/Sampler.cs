namespace SoraFunctions.Models.Schedulers;

/// <summary>Counts the steps of a sampling and checks what comes in.</summary>
internal abstract class Sampler(float[] timesteps, float[] sigmas, bool needsNoise) : ISampler
{
    private int _index;

    /// <summary>The step that this sampling began with.</summary>
    protected int First { get; private set; }

    public IReadOnlyList<float> Timesteps => timesteps;

    public IReadOnlyList<float> Sigmas => sigmas;

    public bool NeedsNoise => needsNoise;

    public void StartAt(int step, Span<float> sample, ReadOnlySpan<float> noise)
    {
        if (_index > First)
            throw new InvalidOperationException("the sampling is under way");
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, timesteps.Length);
        if (noise.Length != sample.Length)
            throw new ArgumentException($"{noise.Length} values of noise for a sample of {sample.Length}", nameof(noise));
        First = _index = step;
        var level = Level(step);
        for (var i = 0; i < sample.Length; i++)
            sample[i] = (float)(level.Alpha * sample[i] + level.Sigma * noise[i]);
    }

    public void Foresee(ReadOnlySpan<float> sample, ReadOnlySpan<float> output, Span<float> clean)
    {
        var (ofSample, ofOutput) = Clean(Math.Min(_index, timesteps.Length - 1));
        for (var i = 0; i < clean.Length; i++)
            clean[i] = (float)(ofSample * sample[i] + ofOutput * output[i]);
    }

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

    /// <summary>The factors of sample and output in the clean sample that they stand for.</summary>
    protected abstract (double OfSample, double OfOutput) Clean(int index);

    /// <summary>The noise in the sample before a step.</summary>
    protected abstract NoiseLevel Level(int index);

    protected abstract void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise);
}
