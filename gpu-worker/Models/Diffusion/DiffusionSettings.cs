using SoraFunctions.Models.Diffusion.Decoding;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion;

/// <summary>How the engines of this process work.</summary>
public sealed record DiffusionSettings
{
    /// <summary>How models are loaded and run. Without TensorRT by default: it builds an engine for every size of clip, which takes minutes.</summary>
    public SessionSettings Sessions { get; init; } = new() { Providers = [ExecutionProvider.Cuda, ExecutionProvider.Cpu] };

    /// <summary>Bytes of weights to keep loaded; what was not used longest goes first. By default three quarters of the memory of this machine.</summary>
    public long ModelBytes { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;

    /// <summary>How much is decoded in one run.</summary>
    public DecodeLimits Decode { get; init; } = new();

    /// <summary>The longest shot in seconds; what is longer than a model's own clip is made in windows, which drift.</summary>
    public decimal MostSeconds { get; init; } = 20;

    /// <summary>After how many steps a preview is written each time; 0 for none.</summary>
    public int PreviewEvery { get; init; } = 5;
}
