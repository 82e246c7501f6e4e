using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Texts;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>
/// A denoiser made ready for one clip: its tensors are allocated and bound once, what does not change between steps is brought to the device once.
/// Latents come from and go to this process's memory: they are small beside a run (8 MB for Wan's 81 frames of 832 x 480), and a sampler that computes
/// here gives the same on every device.
/// </summary>
internal sealed class Denoiser : IDisposable
{
    private readonly SessionLease _lease;
    private readonly SessionBinding _binding;
    private readonly GraphBinding _graph;
    private readonly Family _family;
    private readonly LatentShape _input, _output;
    private readonly GuidanceRule _guidance;
    private readonly int _batch;
    private readonly List<HostTensor> _owned = [];
    private readonly HostTensor _sample, _timestep, _said;
    private readonly float[] _ordered;
    private readonly Dictionary<TensorRole, HostTensor>[] _prompts;

    /// <param name="lease">The right to its session; disposed with this.</param>
    /// <param name="part">The part of the package.</param>
    /// <param name="family">What the package is.</param>
    /// <param name="window">The latents of one run.</param>
    /// <param name="extraChannels">Channels that are put behind the latents'.</param>
    /// <param name="image">The first picture as an image encoder describes it; empty for none.</param>
    /// <param name="prompts">The prompt, and the one to keep away from where guidance is wanted.</param>
    /// <param name="guidance">How the two are joined.</param>
    public Denoiser(
        SessionLease lease, PackagePart part, Family family, LatentShape window, int extraChannels, float[] image,
        (EncodedPrompt Positive, EncodedPrompt? Negative) prompts, GuidanceRule guidance)
    {
        (_lease, _family, _graph, _guidance) = (lease, family, part.Binding!, guidance);
        _binding = lease.Session.Bind();
        (_output, _input) = (window, window with { Channels = window.Channels + extraChannels });
        var guides = prompts.Negative is not null;
        _batch = Fixed(TensorRole.Sample, 0) ?? (guides && guidance.Batched ? 2 : 1);
        _ordered = new float[_input.Length];
        _sample = Tensor(_graph.Inputs[TensorRole.Sample], LatentOrder.Dimensions(family.Layout, _batch, _input));
        _timestep = Tensor(_graph.Inputs[TensorRole.Timestep], TimestepShape());
        _said = Tensor(_graph.Output, LatentOrder.Dimensions(family.Layout, _batch, _output));
        _binding.Output(_graph.Output.Name, _said.Value);
        BindConstants();
        BindImage(image);
        var (positive, negative) = (prompts.Positive, prompts.Negative ?? prompts.Positive);
        _prompts = _batch == 2 ? [Prompt(negative, positive)] : guides ? [Prompt(negative), Prompt(positive)] : [Prompt(positive)];
        if (_prompts.Length == 1)
            BindPrompt(_prompts[0]);
    }

    /// <summary>Says what is to be done with a sample, guidance included.</summary>
    /// <param name="sample">The sample with its extra channels, channel by channel.</param>
    /// <param name="timestep">How noisy it is.</param>
    /// <param name="cleanFrames">So many of the first latent frames are clean.</param>
    /// <param name="scale">The scale of guidance at this step.</param>
    /// <param name="said">To be filled; of the latents' channels.</param>
    /// <param name="cancellation">Ends the run.</param>
    public void Run(ReadOnlySpan<float> sample, float timestep, int cleanFrames, double scale, Span<float> said, CancellationToken cancellation)
    {
        LatentOrder.To(_family.Layout, _input, sample, _ordered);
        for (var one = 0; one < _batch; one++)
            _sample.Write(_ordered, one * _ordered.Length);
        _binding.Input(_graph.Inputs[TensorRole.Sample].Name, _sample.Value);
        WriteTimestep(timestep, cleanFrames);
        _binding.Input(_graph.Inputs[TensorRole.Timestep].Name, _timestep.Value);
        if (_prompts.Length == 2)
            BindPrompt(_prompts[0]);
        _binding.Run(cancellation);
        Read(0, said);
        if (_batch == 1 && _prompts.Length == 1)
            return;
        if (_prompts.Length == 2)
        {
            BindPrompt(_prompts[1]);
            _binding.Run(cancellation);
        }
        var positive = new float[said.Length];
        Read(_batch - 1, positive);
        Guided.Join(said, positive, scale, _guidance.Rescale);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        foreach (var tensor in _owned)
            tensor.Dispose();
        _lease.Dispose();
    }

    private void Read(int index, Span<float> said)
    {
        var ordered = _ordered.AsSpan(0, _output.Length);
        _said.Read(ordered, index * _output.Length);
        LatentOrder.From(_family.Layout, _output, ordered, said);
    }

    private long[] TimestepShape() => _graph.Inputs[TensorRole.Timestep].Rank switch
    {
        0 => [],
        1 => [Fixed(TensorRole.Timestep, 0) ?? _batch],
        _ => [_batch, Tokens],
    };

    private int Tokens => _output.Frames * TokensAFrame;

    private int TokensAFrame => _output.Height / _family.Patch * (_output.Width / _family.Patch);

    private void WriteTimestep(float timestep, int cleanFrames)
    {
        var values = new float[_timestep.Length];
        values.AsSpan().Fill(timestep);
        if (_graph.Inputs[TensorRole.Timestep].Rank == 2)
            for (var one = 0; one < _batch; one++)
                values.AsSpan(one * Tokens, cleanFrames * TokensAFrame).Clear();
        _timestep.Write(values);
    }

    // How far apart tokens are in seconds and pixels is what LTX-Video turns its positions by.
    private void BindConstants()
    {
        Constant(TensorRole.Width, _output.Width);
        Constant(TensorRole.Height, _output.Height);
        Constant(TensorRole.Frames, _output.Frames);
        Constant(TensorRole.Guidance, (float)_guidance.Scale);
        Constant(TensorRole.RotaryScale, (float)(_family.TemporalRatio / _family.Raster.FramesPerSecond), _family.SpatialRatio, _family.SpatialRatio);
    }

    private void BindImage(float[] image)
    {
        if (!_graph.Inputs.TryGetValue(TensorRole.Image, out var spec) || image.Length == 0)
            return;
        var width = spec.Shape[2] > 0 ? spec.Shape[2] : throw new NotSupportedException($"the width of {spec.Name} is not said by the graph");
        var tensor = Tensor(spec, [_batch, image.Length / width, width]);
        for (var one = 0; one < _batch; one++)
            tensor.Write(image, one * image.Length);
        _binding.Input(spec.Name, tensor.Value);
    }

    private void Constant(TensorRole role, params ReadOnlySpan<float> values)
    {
        if (!_graph.Inputs.TryGetValue(role, out var spec))
            return;
        var rows = spec.Rank == 2 || (spec.Rank == 1 && values.Length == 1) ? Fixed(role, 0) ?? _batch : 1;
        long[] shape = spec.Rank switch { 0 => [], 1 => [rows * values.Length], _ => [rows, values.Length] };
        var tensor = Tensor(spec, shape);
        for (var row = 0; row < rows; row++)
            tensor.Write(values, row * values.Length);
        _binding.Input(spec.Name, tensor.Value);
    }

    private Dictionary<TensorRole, HostTensor> Prompt(params ReadOnlySpan<EncodedPrompt> prompts)
    {
        var tensors = new Dictionary<TensorRole, HostTensor>();
        var length = prompts[0].Mask.Length;
        tensors[TensorRole.Text] = Tensor(_graph.Inputs[TensorRole.Text], [prompts.Length, length, prompts[0].Width]);
        for (var i = 0; i < prompts.Length; i++)
            tensors[TensorRole.Text].Write(prompts[i].Vectors, i * prompts[i].Vectors.Length);
        if (!_graph.Inputs.TryGetValue(TensorRole.TextMask, out var mask))
            return tensors;
        tensors[TensorRole.TextMask] = Tensor(mask, [prompts.Length, .. Enumerable.Repeat(1L, mask.Rank - 2), length]);
        for (var i = 0; i < prompts.Length; i++)
            tensors[TensorRole.TextMask].Write(prompts[i].Mask, i * length);
        return tensors;
    }

    private void BindPrompt(Dictionary<TensorRole, HostTensor> prompt)
    {
        foreach (var (role, tensor) in prompt)
            _binding.Input(_graph.Inputs[role].Name, tensor.Value);
    }

    private HostTensor Tensor(TensorSpec spec, long[] shape)
    {
        var tensor = new HostTensor(_lease.Session, spec.Type, shape);
        _owned.Add(tensor);
        return tensor;
    }

    private int? Fixed(TensorRole role, int axis) => _graph.Inputs[role].Shape[axis] is >= 0 and var length ? length : null;
}
